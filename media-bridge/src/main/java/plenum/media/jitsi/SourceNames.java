package plenum.media.jitsi;

import java.util.Arrays;
import java.util.Optional;
import plenum.media.api.EndpointId;
import plenum.media.api.SourceId;
import plenum.media.api.SourceKind;

/** Names of sources as bridges write them: {@code <endpoint>-a0}. */
final class SourceNames {
    private SourceNames() {}

    /** Empty: the bridge's own ({@code jvb-v0} has an endpoint, too), or of a kind that is not ours. */
    static Optional<SourceId> parse(String name) {
        var dash = name.lastIndexOf('-');
        if (dash < 1 || name.startsWith("jvb-")) return Optional.empty();
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.suffix().equals(name.substring(dash + 1)))
                .findFirst()
                .flatMap(kind -> endpoint(name.substring(0, dash)).map(endpoint -> new SourceId(endpoint, kind)));
    }

    /** Empty: no id of this house. */
    static Optional<EndpointId> endpoint(String name) {
        try {
            return Optional.of(new EndpointId(name));
        } catch (IllegalArgumentException strange) {
            return Optional.empty();
        }
    }
}
