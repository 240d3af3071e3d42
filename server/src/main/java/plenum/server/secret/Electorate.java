package plenum.server.secret;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may take a token: those present when the poll was prepared, each with the key of the own tablet. Frozen.
 *
 * @param keys person to P-256 point, 65 bytes in Base64
 */
public record Electorate(Map<String, String> keys) {
    public Electorate {
        keys = Map.copyOf(keys);
    }

    /** One line a person, in the order of the names; given out with the list of who took a token. */
    public byte[] bytes() {
        return Texts.bytes(new TreeMap<>(keys)
                .entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    public Definition.Eligible summary() {
        return new Definition.Eligible(keys.size(), Texts.hex(bytes()));
    }

    /** Point of the person's tablet; empty when the person may not take a token. */
    public Optional<byte[]> key(String person) {
        return Optional.ofNullable(keys.get(person)).map(Base64.getDecoder()::decode);
    }
}
