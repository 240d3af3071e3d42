package plenum.media.load;

import java.util.List;

/**
 * Somebody in a meeting.
 *
 * @param name unique in the meeting
 * @param streams what it sends, maybe nothing
 * @param watches whether it receives all that others send
 */
record Participant(String name, List<OutStream> streams, boolean watches) {
    Participant {
        streams = List.copyOf(streams);
    }
}
