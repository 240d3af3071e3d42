package plenum.server.secret;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /**
     * The count of these ballots when all of it is sound: of this definition, each ballot under a token of its issuer,
     * result and root made of them, and signed by the box. Empty otherwise.
     *
     * @param issued tokens given out
     */
    public Optional<Count> recounted(Definition poll, int issued) {
        try {
            var cast = ballots.lines().map(CastBallot::read).toList();
            var issuer = Keys.rsa(poll.issuer());
            var board = new Board(poll, issued, cast);
            var same = definition.equals(Texts.text(poll.bytes()))
                    && ballots.equals(board.ballots())
                    && result.equals(board.result());
            return same && isSigned(poll) && cast.stream().allMatch(one -> one.soundFor(issuer, poll.hash()))
                    ? Optional.of(board.count())
                    : Optional.empty();
        } catch (IllegalArgumentException unfit) {
            return Optional.empty();
        }
    }

    private boolean isSigned(Definition poll) {
        var key = Keys.ed25519(poll.receipt());
        return Keys.verified(
                "Ed25519", key, Texts.bytes(result), Base64.getDecoder().decode(signature));
    }

    /** Over the ballots' lines, RFC 6962, Base64: the last word of the result. */
    public String root() {
        return result.strip().substring(result.strip().lastIndexOf(' ') + 1);
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
