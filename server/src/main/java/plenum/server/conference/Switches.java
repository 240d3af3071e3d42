package plenum.server.conference;

/** What a person has switched on, for the others' icons. */
record Switches(boolean microphone, boolean camera, boolean screen) {
    static final Switches OFF = new Switches(false, false, false);
}
