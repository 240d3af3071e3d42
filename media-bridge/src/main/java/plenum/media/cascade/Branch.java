package plenum.media.cascade;

import java.util.regex.Pattern;
import plenum.media.link.LinkedBridge;

/**
 * A bridge below the root.
 *
 * @param region the endpoints of which it serves: 1 to 64 characters of [A-Za-z0-9._-]
 * @param parent region of the bridge above; empty: the root
 * @param bridge says {@link plenum.media.api.BridgeEvent.Resumed} when it can be found as it was
 */
public record Branch(String region, String parent, LinkedBridge bridge) {
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Branch {
        if (!REGION.matcher(region).matches() || region.equals(Spread.ABOVE)) {
            throw new IllegalArgumentException("region: 1 to 64 characters of [A-Za-z0-9._-], not " + Spread.ABOVE);
        }
    }
}
