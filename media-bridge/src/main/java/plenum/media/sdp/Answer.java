package plenum.media.sdp;

import java.util.List;

/** What a browser answered, as far as the bridge acts on it; {@code media} in the order of the m-lines. */
public record Answer(TransportDescription transport, List<AnsweredMedia> media) {
    public Answer {
        media = List.copyOf(media);
    }

    /** Whether the m-lines are those of the offer: no more, no less, in the same order. */
    public boolean answers(List<String> mids) {
        return media.stream().map(AnsweredMedia::mid).toList().equals(mids);
    }
}
