package plenum.media.stun;

/** The types of attributes (RFC 8489 section 18.3, RFC 8445 section 16.1). */
final class Attribute {
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int ERROR_CODE = 0x0009;
    static final int UNKNOWN_ATTRIBUTES = 0x000a;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int MESSAGE_INTEGRITY_SHA256 = 0x001c;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802a;

    /** From here on an attribute may be ignored by those who do not know it. */
    private static final int COMPREHENSION_OPTIONAL = 0x8000;

    private Attribute() {}

    /** Whether a message with this attribute must be refused because we do not know it. */
    static boolean refused(int type) {
        return type < COMPREHENSION_OPTIONAL
                && switch (type) {
                    case USERNAME,
                            MESSAGE_INTEGRITY,
                            ERROR_CODE,
                            UNKNOWN_ATTRIBUTES,
                            REALM,
                            NONCE,
                            MESSAGE_INTEGRITY_SHA256,
                            XOR_MAPPED_ADDRESS,
                            PRIORITY,
                            USE_CANDIDATE -> false;
                    default -> true;
                };
    }
}
