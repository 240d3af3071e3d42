package plenum.media.jitsi;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * Which Videobridges there are, and how patient we are with them.
 *
 * @param sites at least one, with different names
 * @param region in which conferences are wanted; empty: any
 * @param voices {@code ssrc-limit.audio} of the bridges: so many voices are offered to everyone
 * @param pictures {@code ssrc-limit.video} of the bridges: so many pictures are offered to everyone
 * @param layers cameras and screens are asked for simulcast by RID, and the browser to tell its SSRCs in a second
 *     answer, because a Videobridge knows no RIDs. Without, a source is one stream
 * @param patience with a call
 * @param beat between two looks at a bridge's health, and with the answer
 * @param misses in a row that make a bridge a failed one
 * @param ping between two pings of a colibri WebSocket; bridges close silent ones after 60 s
 * @param look between two looks at a connection that is coming about
 * @param quality between two looks at the quality of a line
 */
public record JitsiSettings(
        List<Site> sites,
        String region,
        int voices,
        int pictures,
        boolean layers,
        Duration patience,
        Duration beat,
        int misses,
        Duration ping,
        Duration look,
        Duration quality) {

    /** AnswerText reads so many m-lines. */
    private static final int M_LINES = 64;

    /**
     * A Videobridge.
     *
     * @param name for logs and events
     * @param rest its private HTTP interface, {@code http://host:port}: without authentication, so a loopback or a
     *     closed network only
     * @param region empty: the one that the bridge names
     * @param above the region of the bridges above it in the tree; empty: it stands at the top
     */
    public record Site(String name, URI rest, String region, String above) {
        /** At the top. */
        public Site(String name, URI rest, String region) {
            this(name, rest, region, "");
        }

        public Site {
            if (name.isBlank()
                    || rest.getHost() == null
                    || !List.of("http", "https").contains(rest.getScheme())) {
                throw new IllegalArgumentException("a name and http://host:port");
            }
        }
    }

    public JitsiSettings {
        sites = List.copyOf(sites);
        var names = new HashSet<>(sites.stream().map(Site::name).toList());
        if (sites.isEmpty() || names.size() != sites.size()) {
            throw new IllegalArgumentException("at least one bridge, each with a name of its own");
        }
        if (voices < 1 || pictures < 0 || voices + pictures + 3 > M_LINES) {
            throw new IllegalArgumentException("voices from 1, pictures from 0, together at most " + (M_LINES - 3));
        }
    }

    /**
     * With the usual patience: 3 s for a call, a look every 2 s, failed after 3 misses; 5 voices, 25 pictures, one
     * stream a source.
     */
    public static JitsiSettings usual(List<Site> sites) {
        return new JitsiSettings(
                sites,
                "",
                5,
                25,
                false,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2),
                3,
                Duration.ofSeconds(15),
                Duration.ofMillis(300),
                Duration.ofSeconds(10));
    }

    /** In another region, with other numbers of the bridges, with layers or without. */
    public JitsiSettings with(String wantedRegion, int voiceSlots, int pictureSlots, boolean simulcast) {
        return new JitsiSettings(
                sites, wantedRegion, voiceSlots, pictureSlots, simulcast, patience, beat, misses, ping, look, quality);
    }
}
