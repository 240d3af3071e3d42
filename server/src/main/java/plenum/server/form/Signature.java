package plenum.server.form;

import java.util.List;

/**
 * A signer's block: the lines above the signature and the name below.
 *
 * @param capacity for example "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"
 * @param name empty while nobody has signed
 */
public record Signature(List<String> capacity, String name) {
    public Signature {
        capacity = List.copyOf(capacity);
    }

    public static Signature of(String name, String... capacity) {
        return new Signature(List.of(capacity), name);
    }
}
