package plenum.media.jitsi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.media.api.Mapping;
import plenum.media.api.SourceId;

/**
 * What the slots of one endpoint carry. The bridge tells only which slots it has given anew and, for pictures, which
 * sources it forwards at all: a slot keeps its source until it is given away.
 */
final class SlotMap {
    private final List<String> slots;
    private final Map<String, SourceId> given = new HashMap<>(); // by mid
    private final Set<SourceId> forwarded = new HashSet<>();

    SlotMap(List<String> slots) {
        this.slots = slots;
    }

    /** {@code AudioSourcesMap} and {@code VideoSourcesMap}. */
    void map(JsonNode message) {
        for (var one : message.path("mappedSources")) {
            var source = SourceNames.parse(one.path("source").asText());
            var mid = one.path("mid").asText();
            if (source.isEmpty() || !slots.contains(mid)) continue;
            given.values().remove(source.get());
            given.put(mid, source.get());
        }
    }

    /** {@code ForwardedSources}. */
    void forward(JsonNode message) {
        forwarded.clear();
        for (var one : message.path("forwardedSources")) {
            SourceNames.parse(one.asText()).ifPresent(forwarded::add);
        }
    }

    /** All slots. */
    List<Mapping> mappings() {
        return slots.stream().map(mid -> new Mapping(mid, carried(mid))).toList();
    }

    private Optional<SourceId> carried(String mid) {
        return Optional.ofNullable(given.get(mid))
                .filter(source -> !source.kind().video() || forwarded.contains(source));
    }
}
