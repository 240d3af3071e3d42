package plenum.media.srtp;

/**
 * The master key and salt of one direction (RFC 3711 section 3.2.1). The arrays are not copied and not compared; its
 * text does not show them.
 */
public record SrtpKeys(SrtpProfile profile, byte[] key, byte[] salt) {
    public SrtpKeys {
        if (key.length != profile.keyLength() || salt.length != profile.saltLength()) {
            throw new IllegalArgumentException("lengths of key and salt do not fit " + profile);
        }
    }

    @Override
    public String toString() {
        return "SrtpKeys[" + profile + "]";
    }
}
