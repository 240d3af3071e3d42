package plenum.server.opinions;

/** What a delegate thinks of the content as a whole. */
enum Stance {
    AGREE("Nhất trí"),
    DISAGREE("Không nhất trí"),
    OTHER("Ý kiến khác");

    private final String words;

    Stance(String words) {
        this.words = words;
    }

    /** In Vietnamese, for the export. */
    String words() {
        return words;
    }
}
