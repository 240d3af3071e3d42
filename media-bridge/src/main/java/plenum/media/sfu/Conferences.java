package plenum.media.sfu;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.media.api.BridgeException;
import plenum.media.api.BridgeStats;
import plenum.media.api.ConferenceId;
import plenum.media.dtls.DtlsHandshakes;
import plenum.media.dtls.DtlsIdentity;
import plenum.media.ice.IceLite;
import plenum.media.net.Transport;

/** All conferences of a bridge, and what they share. Media thread only, but for {@link #start}. */
final class Conferences {
    /** How often feedback, reports and time limits are looked after. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final Map<ConferenceId, Conference> open = new HashMap<>();
    private final Surroundings surroundings;
    private final PacketPath path;
}
