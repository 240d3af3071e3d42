package plenum.server.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A poll's board as it is given out.
 *
 * @param definition its bytes
 * @param ballots {@link Board#ballots}
 * @param result {@link Board#result}
 * @param signature of the ballot box under the result: Ed25519, Base64
 */
public record Published(String definition, String ballots, String result, String signature) {
    private static final byte[] POINT_PREFIX = Base64.getDecoder().decode("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgA=");

    /** The files of {@link #zip}: the poll's, its keys, and two programs that check them. */
    public Map<String, byte[]> files() {
        var poll = Definition.read(Texts.bytes(definition));
        var files = new LinkedHashMap<String, byte[]>();
        files.put("definition.txt", Texts.bytes(definition));
        files.put("ballots.txt", Texts.bytes(ballots));
        files.put("result.txt", Texts.bytes(result));
        files.put("result.sig", Texts.bytes(signature + "\n"));
        files.put("issuer.pem", pem(Base64.getDecoder().decode(poll.issuer())));
        files.put("receipt.pem", pem(Keys.ed25519(poll.receipt()).getEncoded()));
        files.put("p256.prefix", POINT_PREFIX.clone());
        files.put("VerifyBallots.java", resource("VerifyBallots.java"));
        files.put("verify-ballots.html", resource("verify-ballots.html"));
        return files;
    }

    /** A ZIP file that proves itself without this server. */
    public byte[] zip() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files().entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] pem(byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Texts.bytes("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
    }

    private static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(Published.class.getResourceAsStream("/secret/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
