package plenum.media.peer;

import java.util.List;
import java.util.Objects;
import plenum.media.dtls.Fingerprint;
import plenum.media.ice.Candidate;
import plenum.media.ice.IceCredentials;

/** The bridge's end of a connection, as its offer tells. */
public record OfferedTransport(IceCredentials credentials, Fingerprint fingerprint, List<Candidate> candidates) {
    public static OfferedTransport of(String offer) {
        var credentials = new IceCredentials(value(offer, "a=ice-ufrag:"), value(offer, "a=ice-pwd:"));
        var fingerprint = Objects.requireNonNull(Fingerprint.parse(value(offer, "a=fingerprint:")));
        var candidates = offer.lines()
                .filter(line -> line.startsWith("a=candidate:"))
                .map(line -> Objects.requireNonNull(Candidate.parse(line.substring(12)), line))
                .toList();
        return new OfferedTransport(credentials, fingerprint, candidates);
    }

    private static String value(String offer, String prefix) {
        return offer.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(prefix + " is missing in " + offer))
                .substring(prefix.length());
    }
}
