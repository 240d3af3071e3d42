package plenum.server.secret;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Polls for tests. Their issuers' keys are few and short, so that thousands of polls cost seconds; a real poll has a
 * key of its own.
 */
public final class Polls {
    private static final List<KeyPair> ISSUERS =
            IntStream.range(0, 3).mapToObj(one -> rsa()).toList();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private Polls() {}

    private static KeyPair rsa() {
        return pair("RSA", 2048);
    }

    public static KeyPair ed25519() {
        return pair("Ed25519", 255);
    }

    private static KeyPair pair(String algorithm, int bits) {
        try {
            var maker = KeyPairGenerator.getInstance(algorithm);
            maker.initialize(bits);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static KeyPair issuer(long which) {
        return ISSUERS.get((int) Math.floorMod(which, ISSUERS.size()));
    }

    /** The tablets' keys of this many delegates, by name. */
    public static Map<String, KeyPair> tablets(int people) {
        var tablets = new TreeMap<String, KeyPair>();
        for (var one = 1; one <= people; one++) tablets.put("db%02d".formatted(one), Tablet.p256());
        return tablets;
    }

    public static Electorate electorate(Map<String, KeyPair> tablets) {
        var keys = new TreeMap<String, String>();
        tablets.forEach((person, key) -> keys.put(person, text(key)));
        return new Electorate(keys);
    }

    private static String text(KeyPair p256) {
        return BASE64.encodeToString(Tablet.point(p256.getPublic()));
    }

    /** Three members of the board: those named first. */
    public static List<Definition.BoardMember> board(Map<String, KeyPair> tablets) {
        return tablets.entrySet().stream()
                .limit(3)
                .map(one -> new Definition.BoardMember(one.getKey(), text(one.getValue())))
                .toList();
    }

    /** Elects this many of the candidates, or judges each of them in three levels. */
    public static Definition definition(
            Map<String, KeyPair> tablets,
            int seats,
            boolean blankValid,
            int lines,
            KeyPair issuer,
            String box,
            String receipt) {
        return new Definition(
                "phieu-" + lines,
                "Bầu Ủy viên Ủy ban nhân dân tỉnh",
                seats,
                blankValid,
                seats > 0
                        ? List.of(new Definition.Option("FOR", "Bầu"))
                        : Stream.of("HIGH", "MEDIUM", "LOW")
                                .map(one -> new Definition.Option(one, "Tín nhiệm " + one))
                                .toList(),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(one -> new Definition.Line("l" + one, "Ông Lò Văn Số " + one))
                        .toList(),
                electorate(tablets).summary(),
                board(tablets),
                BASE64.encodeToString(issuer.getPublic().getEncoded()),
                box,
                receipt);
    }

    /** A sheet that people could fill in, about one in three wrongly. */
    public static Ballot ballot(Definition definition, Random random) {
        var marks = new ArrayList<Ballot.Mark>();
        var lines = definition.lines();
        var most = random.nextInt(3) == 0 ? lines.size() : Math.max(1, definition.seats());
        for (var one = random.nextInt(most + 1); one > 0; one--) {
            var line = lines.get(random.nextInt(lines.size())).id();
            var options = definition.options();
            marks.add(new Ballot.Mark(
                    random.nextInt(40) == 0 ? "zz" : line,
                    random.nextInt(40) == 0
                            ? "MAYBE"
                            : options.get(random.nextInt(options.size())).code()));
        }
        return new Ballot(definition.hash(), "%04d".formatted(random.nextInt(10_000)), marks);
    }

    /** A whole poll of this many ballots, as a box would publish it. */
    public static Published published(Random random, int people) {
        var tablets = tablets(Math.max(3, people));
        var receipt = ed25519();
        var issuer = issuer(random.nextInt());
        var lines = 1 + random.nextInt(5);
        var definition = definition(
                tablets,
                random.nextInt(lines + 1),
                random.nextBoolean(),
                lines,
                issuer,
                text(Tablet.p256()),
                Keys.text(receipt.getPublic()));
        var ballots = IntStream.range(0, people)
                .mapToObj(one -> cast(issuer, ballot(definition, random)))
                .toList();
        return publish(definition, Math.max(3, people), ballots, receipt);
    }

    public static CastBallot cast(KeyPair issuer, Ballot ballot) {
        var tablet = new Tablet((RSAPublicKey) issuer.getPublic());
        if (!tablet.accept(BlindRsa.blindSign(issuer, tablet.blinded()))) throw new IllegalStateException("no token");
        return tablet.mark(ballot);
    }

    public static Published publish(Definition definition, int issued, List<CastBallot> ballots, KeyPair receipt) {
        var board = new Board(definition, issued, ballots);
        var result = board.result();
        return new Published(
                Texts.text(definition.bytes()),
                board.ballots(),
                result,
                BASE64.encodeToString(sign(receipt, Texts.bytes(result))));
    }

    public static byte[] sign(KeyPair ed25519, byte[] bytes) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(ed25519.getPrivate());
            signer.update(bytes);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
