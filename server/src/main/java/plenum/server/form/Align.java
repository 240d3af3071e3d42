package plenum.server.form;

/** How lines stand between the margins. */
public enum Align {
    JUSTIFY,
    LEFT,
    CENTER,
    RIGHT
}
