package plenum.server.recordings;

/**
 * A place on a recording: schema RecordingChapter.
 *
 * @param atMs on the recording
 */
record ChapterView(Mark.Kind kind, String title, long atMs) {}
