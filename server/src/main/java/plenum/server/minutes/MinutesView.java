package plenum.server.minutes;

/** Schema MinutesView. */
record MinutesView(int version, long generatedAt, long seq, String journalHash, int pages, long bytes) {

    static MinutesView of(MinutesVersion version) {
        return new MinutesView(
                version.version(),
                version.generatedAt().toEpochMilli(),
                version.seq(),
                version.journalHash(),
                version.pages(),
                version.bytes());
    }
}
