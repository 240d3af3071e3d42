package plenum.server.form;

/** One piece of a paper's content, from top to bottom. */
public sealed interface Block permits Paragraph, Table, Closing, PageBreak {}
