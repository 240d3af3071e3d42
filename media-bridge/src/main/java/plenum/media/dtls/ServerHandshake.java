package plenum.media.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.UseSRTPData;
import org.jspecify.annotations.Nullable;
import plenum.media.srtp.SrtpProfile;

/** The passive side of a handshake: demands a certificate and chooses the SRTP profile. */
final class ServerHandshake extends DefaultTlsServer implements Handshake {
    private final DtlsIdentity identity;
    private final List<SrtpProfile> profiles;
    private final Check check;
    private @Nullable SrtpProfile profile;
    private @Nullable KeyingMaterial keys;

    ServerHandshake(DtlsIdentity identity, List<SrtpProfile> profiles, Check check) {
        super(identity.crypto());
        this.identity = identity;
        this.profiles = profiles;
        this.check = check;
    }

    @Override
    public DTLSTransport run(Datagrams datagrams) throws IOException {
        return new DTLSServerProtocol().accept(this, datagrams);
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
            CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
        };
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() {
        return identity.signer(context);
    }

    @Override
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        var offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        profile = offered == null ? null : choose(offered.getProtectionProfiles());
        if (profile == null) {
            throw new TlsFatalAlert(AlertDescription.handshake_failure, "no common SRTP profile");
        }
    }

    private @Nullable SrtpProfile choose(int[] offered) {
        for (var wanted : profiles) {
            for (int id : offered) {
                if (id == wanted.id()) {
                    return wanted;
                }
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = super.getServerExtensions();
        var answer = extensions == null ? new Hashtable<Integer, byte[]>() : extensions;
        if (profile != null) {
            TlsSRTPUtils.addUseSRTPExtension(answer, new UseSRTPData(new int[] {profile.id()}, TlsUtils.EMPTY_BYTES));
        }
        return answer;
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        short[] types = {ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign};
        var algorithms = new Vector<>(List.of(
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.ecdsa_secp256r1_sha256),
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.ecdsa_secp384r1_sha384),
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.rsa_pss_rsae_sha256),
                SignatureScheme.getSignatureAndHashAlgorithm(SignatureScheme.rsa_pkcs1_sha256)));
        return new CertificateRequest(types, algorithms, null);
    }

    @Override
    public void notifyClientCertificate(Certificate certificate) throws IOException {
        if (certificate == null || certificate.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "no certificate");
        }
        check.peer(certificate.getCertificateAt(0).getEncoded());
    }

    /** Self-signed certificates are trusted for their fingerprint; how they are signed says nothing. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    /** Without it keys cannot be exported safely (RFC 7627 section 5.4); every browser has it. */
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
