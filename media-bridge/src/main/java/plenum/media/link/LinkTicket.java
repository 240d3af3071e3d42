package plenum.media.link;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import plenum.media.srtp.SrtpKeys;
import plenum.media.srtp.SrtpProfile;

/**
 * What the lower bridge needs to dial the upper one, once, for one conference. Whoever has it can take part in the
 * link: it goes over the servers' own authenticated channel only.
 *
 * @param id the SSRC under which both ends write their RTCP
 * @param addresses of the upper bridge, the best one first
 * @param up keys of what goes from the lower bridge to the upper one
 * @param down keys of the other direction
 */
public record LinkTicket(int id, List<InetSocketAddress> addresses, SrtpKeys up, SrtpKeys down) {
    public LinkTicket {
        addresses = List.copyOf(addresses);
    }

    public static LinkTicket create(int id, List<InetSocketAddress> addresses, SecureRandom random) {
        return new LinkTicket(id, addresses, keys(random), keys(random));
    }

    private static SrtpKeys keys(SecureRandom random) {
        var profile = SrtpProfile.AEAD_AES_128_GCM;
        return new SrtpKeys(profile, bytes(random, profile.keyLength()), bytes(random, profile.saltLength()));
    }

    private static byte[] bytes(SecureRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
