package plenum.server.conference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plenum.media.api.EndpointId;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;

/**
 * What a browser wants to see, by person; {@link ReceiverConstraints} has the meaning of the fields.
 *
 * @param selected at most {@link #SELECTED}
 * @param heights at most {@link #HEIGHTS}
 */
record Wish(List<Picture> selected, Map<Picture, Integer> heights, int defaultHeight, int lastN, long downlinkBps) {
    static final int SELECTED = 64;
    static final int HEIGHTS = 512;
    private static final int TALLEST = 4_320;
    private static final int MOST = 50;

    Wish {
        selected = List.copyOf(selected);
        heights = Map.copyOf(heights);
        check(selected.size() <= SELECTED && heights.size() <= HEIGHTS, "too many");
        check(heights.values().stream().allMatch(Wish::possible) && possible(defaultHeight), "height");
        check(lastN >= -1 && lastN <= MOST && downlinkBps >= 0, "number");
    }

    private static boolean possible(int height) {
        return height >= 0 && height <= TALLEST;
    }

    private static void check(boolean good, String what) {
        if (!good) throw new IllegalArgumentException(what);
    }

    /** Camera or screen of a person: {@code <personId>/CAMERA}. */
    record Picture(PersonId person, SourceKind kind) {
        /** @throws IllegalArgumentException for anything else */
        static Picture of(String name) {
            var cut = name.indexOf('/');
            if (cut < 0) throw new IllegalArgumentException("person/KIND");
            return new Picture(new PersonId(name.substring(0, cut)), SourceKind.valueOf(name.substring(cut + 1)));
        }

        Picture {
            if (!kind.video()) throw new IllegalArgumentException("CAMERA or SCREEN");
        }
    }

    /** In the bridge's words; who is not known is left out. */
    ReceiverConstraints constraints(Function<PersonId, Optional<EndpointId>> endpoints) {
        Function<Picture, Optional<SourceId>> source =
                picture -> endpoints.apply(picture.person()).map(endpoint -> new SourceId(endpoint, picture.kind()));
        var first = selected.stream().map(source).flatMap(Optional::stream).toList();
        var tall = new LinkedHashMap<SourceId, Integer>();
        heights.forEach((picture, height) -> source.apply(picture).ifPresent(one -> tall.put(one, height)));
        return new ReceiverConstraints(first, tall, defaultHeight, lastN, downlinkBps);
    }
}
