package plenum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;
import plenum.media.srtp.SrtpProfile;

/** The active side of a handshake: offers SRTP profiles. */
final class ClientHandshake extends DefaultTlsClient implements Handshake {
    private final DtlsIdentity identity;
    private final List<SrtpProfile> profiles;
    private final Check check;
    private @Nullable SrtpProfile profile;
    private @Nullable KeyingMaterial keys;

    ClientHandshake(DtlsIdentity identity, List<SrtpProfile> profiles, Check check) {
        super(identity.crypto());
        this.identity = identity;
        this.profiles = profiles;
        this.check = check;
    }

    @Override
    public DTLSTransport run(Datagrams datagrams) throws IOException {
        return new DTLSClientProtocol().connect(this, datagrams);
    }

    @Override
    public @Nullable KeyingMaterial keys() {
        return keys;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return ProtocolVersion.DTLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[] {
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
            CipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable getClientExtensions() throws IOException {
        Hashtable extensions = super.getClientExtensions();
        var offer = extensions == null ? new Hashtable<Integer, byte[]>() : extensions;
        int[] ids = profiles.stream().mapToInt(SrtpProfile::id).toArray();
        TlsSRTPUtils.addUseSRTPExtension(offer, new UseSRTPData(ids, TlsUtils.EMPTY_BYTES));
        return offer;
    }

    @Override
    public void processServerExtensions(Hashtable extensions) throws IOException {
        super.processServerExtensions(extensions);
        var answer = TlsSRTPUtils.getUseSRTPExtension(extensions);
        int[] chosen = answer == null ? new int[0] : answer.getProtectionProfiles();
        profile = chosen.length == 1 ? SrtpProfile.of(chosen[0]) : null;
        if (profile == null || !profiles.contains(profile)) {
            throw new TlsFatalAlert(AlertDescription.illegal_parameter, "no common SRTP profile");
        }
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate server) throws IOException {
                if (server.getCertificate().isEmpty()) {
                    throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
                }
                check.peer(server.getCertificate().getCertificateAt(0).getEncoded());
            }

            @Override
            public TlsCredentials getClientCredentials(CertificateRequest request) {
                return identity.signer(context);
            }
        };
    }

    /** Self-signed certificates are trusted for their fingerprint; how they are signed says nothing. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    /** Without it keys cannot be exported safely (RFC 7627 section 5.4). */
    @Override
    public boolean requiresExtendedMasterSecret() {
        return true;
    }

    @Override
    public int getHandshakeTimeoutMillis() {
        return TIME_LIMIT_MS;
    }

    @Override
    public int getHandshakeResendTimeMillis() {
        return FIRST_REPETITION_MS;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        if (profile != null) {
            keys = KeyingMaterial.export(context, profile);
        }
    }
}
