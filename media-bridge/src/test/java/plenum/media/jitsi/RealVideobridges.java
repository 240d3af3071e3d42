package plenum.media.jitsi;

import java.net.URI;
import java.util.ArrayList;

/** The Videobridges whose private interfaces {@code PLENUM_JVB_URL} names: {@code http://host:port}, with commas. */
public final class RealVideobridges {
    private RealVideobridges() {}

    public static JitsiBridge bridge() {
        var sites = new ArrayList<JitsiSettings.Site>();
        for (var url : System.getenv("PLENUM_JVB_URL").split(",")) {
            sites.add(new JitsiSettings.Site("jvb-" + sites.size(), URI.create(url.strip()), ""));
        }
        return new JitsiBridge(JitsiSettings.usual(sites));
    }
}
