package plenum.media.dtls;

/** The certificate and key by which a bridge shows in a handshake that it is the one of the SDP; one per bridge. */
public final class DtlsIdentity {
    private DtlsIdentity() {}

    /** A new self-signed one: EC P-256, a year. */
    public static DtlsIdentity create() {
        throw new UnsupportedOperationException("signature");
    }

    public Fingerprint fingerprint() {
        throw new UnsupportedOperationException("signature");
    }
}
