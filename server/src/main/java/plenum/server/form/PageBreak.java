package plenum.server.form;

/** What follows begins on a new page. */
public record PageBreak() implements Block {}
