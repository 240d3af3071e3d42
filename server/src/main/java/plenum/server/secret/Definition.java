package plenum.server.secret;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What is decided in a secret poll, by whom, and under which keys. Its bytes are fixed before the first token is
 * issued; everything else in the poll names their hash.
 *
 * @param poll names the poll: 1 to 64 letters, digits, hyphens and underscores
 * @param title one line of words
 * @param seats an election: lines that a ballot may mark at most; 0: each line is answered by itself
 * @param blankValid whether a ballot without a mark is valid
 * @param options 1 to 8; an election has one
 * @param lines 1 to 40
 * @param eligible who may take a token
 * @param board the counting committee: 3 to 9, two of whom approve each step
 * @param issuer RSA key of the tokens, X.509 in Base64
 * @param box P-256 point that ballots are sealed to, 65 bytes in Base64
 * @param receipt Ed25519 key of the receipts and of the result, 32 bytes in Base64
 */
public record Definition(
        String poll,
        String title,
        int seats,
        boolean blankValid,
        List<Option> options,
        List<Line> lines,
        Eligible eligible,
        List<BoardMember> board,
        String issuer,
        String box,
        String receipt) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern LINE = Pattern.compile("[a-z0-9]{1,8}");
    private static final Pattern OPTION = Pattern.compile("[A-Z_]{1,16}");
    private static final BigInteger FINGERPRINTS = BigInteger.TEN.pow(8);

    /** @param code 1 to 16 capital letters and underscores */
    public record Option(String code, String label) {
        public Option {
            Texts.check(OPTION, code);
            Texts.checkWords(label);
        }
    }

    /** @param id 1 to 8 small letters and digits */
    public record Line(String id, String name) {
        public Line {
            Texts.check(LINE, id);
            Texts.checkWords(name);
        }
    }

    /** @param hash of the {@link Electorate} */
    public record Eligible(int people, String hash) {
        public Eligible {
            if (people < 1) throw new IllegalArgumentException("nobody is eligible");
            Texts.checkHash(hash);
        }
    }

    /** @param key P-256 point of the member's tablet, 65 bytes in Base64 */
    public record BoardMember(String person, String key) {
        public BoardMember {
            Texts.check(NAME, person);
            var unused = Keys.p256(Base64.getDecoder().decode(key));
        }
    }

    public Definition {
        options = List.copyOf(options);
        lines = List.copyOf(lines);
        board = List.copyOf(board);
        Texts.check(NAME, poll);
        Texts.checkWords(title);
        check(seats >= 0 && seats <= lines.size() && (seats == 0 || options.size() == 1), "seats");
        check(!options.isEmpty() && options.size() <= 8 && distinct(options, Option::code), "options");
        check(!lines.isEmpty() && lines.size() <= 40 && distinct(lines, Line::id), "lines");
        check(board.size() >= 3 && board.size() <= 9 && distinct(board, BoardMember::person), "board");
        check(distinct(board, BoardMember::key), "board members share a key");
        var unusedIssuer = Keys.rsa(issuer);
        var unusedBox = Keys.p256(Base64.getDecoder().decode(box));
        var unusedReceipt = Keys.ed25519(receipt);
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new IllegalArgumentException("a poll's " + what);
    }

    private static <T> boolean distinct(List<T> all, Function<T, String> name) {
        return new HashSet<>(all.stream().map(name).toList()).size() == all.size();
    }

    /** Reads exactly what {@link #bytes} writes. @throws IllegalArgumentException for anything else */
    public static Definition read(byte[] bytes) {
        return DefinitionReader.read(bytes);
    }

    public byte[] bytes() {
        var text = new StringBuilder("plenum-poll 1\n");
        line(text, "poll", poll);
        line(text, "title", title);
        line(text, "seats", Integer.toString(seats));
        line(text, "blank", blankValid ? "valid" : "invalid");
        options.forEach(one -> line(text, "option", one.code() + " " + one.label()));
        lines.forEach(one -> line(text, "line", one.id() + " " + one.name()));
        line(text, "eligible", eligible.people() + " " + eligible.hash());
        board.forEach(one -> line(text, "board", one.person() + " " + one.key()));
        line(text, "issuer", issuer);
        line(text, "box", box);
        line(text, "receipt", receipt);
        return Texts.bytes(text.toString());
    }

    private static void line(StringBuilder text, String word, String rest) {
        text.append(word).append(' ').append(rest).append('\n');
    }

    /** SHA-256 of the bytes, hexadecimal. */
    public String hash() {
        return Texts.hex(bytes());
    }

    /**
     * Eight digits that people compare with the big screen. Against whoever can try keys by the million they prove
     * nothing: tablets compare the whole hash with the session's journal.
     */
    public String fingerprint() {
        var number = new BigInteger(1, Texts.sha256(bytes())).mod(FINGERPRINTS);
        return "%08d".formatted(number.longValueExact());
    }
}
