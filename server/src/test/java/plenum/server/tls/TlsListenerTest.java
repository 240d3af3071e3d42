package plenum.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsListenerTest {
    private static final int TLS_1_1 = 0x0302;
    private static final int TLS_1_2 = 0x0303;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int PROTOCOL_VERSION = 70;
    private static final int HANDSHAKE_FAILURE = 40;
    private static final int ECDSA_WITH_AES_128_GCM = 0xc02b;
    private static final int ECDSA_WITH_AES_128_CBC = 0xc009;

    @TempDir
    private Path data;

    @Test
    void tls12IsTheOldestSpoken() throws Exception {
        try (var https = server()) {
            assertThat(answer(https.port(), TLS_1_2, ECDSA_WITH_AES_128_GCM)).startsWith(HANDSHAKE);
            byte[] refusal = answer(https.port(), TLS_1_1, ECDSA_WITH_AES_128_CBC);
            assertThat(refusal).startsWith(ALERT).endsWith(PROTOCOL_VERSION);
        }
    }

    @Test
    void aCipherWithoutAuthenticatedEncryptionIsRefused() throws Exception {
        try (var https = server()) {
            assertThat(answer(https.port(), TLS_1_2, ECDSA_WITH_AES_128_CBC))
                    .startsWith(ALERT)
                    .endsWith(HANDSHAKE_FAILURE);
        }
    }

    private HttpsServer server() throws Exception {
        var addresses = Addresses.of(List.of(), List.of(), true);
        return new HttpsServer(
                LocalAuthority.open(data, addresses, InstantSource.system()).serverCredential(addresses));
    }

    /**
     * Sends a hello of our own making, since the JDK's client no longer speaks TLS 1.1; answers the first seven octets.
     */
    private static byte[] answer(int port, int version, int cipher) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(record(hello(version, cipher)));
            socket.getOutputStream().flush();
            return socket.getInputStream().readNBytes(7);
        }
    }

    private static byte[] hello(int version, int cipher) throws IOException {
        var extensions = new ByteArrayOutputStream();
        var ext = new DataOutputStream(extensions);
        shorts(ext, 10, 4, 2, 23); // supported_groups: secp256r1
        shorts(ext, 11, 2);
        ext.write(new byte[] {1, 0}); // ec_point_formats: uncompressed
        if (version == TLS_1_2) shorts(ext, 13, 4, 2, 0x0403); // signature_algorithms: ecdsa_secp256r1_sha256
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeShort(version);
        out.write(new byte[32]);
        out.writeByte(0);
        shorts(out, 2, cipher);
        out.write(new byte[] {1, 0});
        out.writeShort(extensions.size());
        extensions.writeTo(out);
        return body.toByteArray();
    }

    private static byte[] record(byte[] hello) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        shorts(out, 0x0301, hello.length + 4);
        out.writeInt(1 << 24 | hello.length);
        out.write(hello);
        return bytes.toByteArray();
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) out.writeShort(value);
    }
}
