package plenum.media.jitsi;

import java.net.URI;
import java.util.ArrayList;

/**
 * The Videobridges whose private interfaces {@code PLENUM_JVB_URL} names: {@code http://host:port}, with commas. Each
 * stands in a region of its own below the one before: {@code r0}, {@code r1}, …
 */
public final class RealVideobridges {
    private RealVideobridges() {}

    public static JitsiBridge bridge() {
        var sites = new ArrayList<JitsiSettings.Site>();
        for (var url : System.getenv("PLENUM_JVB_URL").split(",")) {
            var above = sites.isEmpty() ? "" : sites.getLast().region();
            sites.add(
                    new JitsiSettings.Site("jvb-" + sites.size(), URI.create(url.strip()), "r" + sites.size(), above));
        }
        return new JitsiBridge(JitsiSettings.usual(sites));
    }
}
