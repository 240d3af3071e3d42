import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Counts the ballots of a secret poll again, without the server: {@code java VerifyBallots.java phieu.zip [definition]}. Needs
 * Java 17 or newer and nothing else. Ends with 0 when every ballot has a right token and signature and the published result is
 * the one counted here; with 1 when anything does not fit.
 *
 * <p>{@code definition}: the SHA-256 of definition.txt as the session's journal or a delegate's tablet shows it.
 */
public final class VerifyBallots {
    /** Something does not fit. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String what) {
            super(what);
        }
    }

    private record Mark(String line, String option) {}

    private static final Pattern DEFINITION = Pattern.compile("plenum-poll 1\\npoll [A-Za-z0-9_-]{1,64}\\ntitle [^\\n]+\\nseats (0|[1-9]\\d?)\\n"
            + "blank (valid|invalid)\\n((?:option [A-Z_]{1,16} [^\\n]+\\n){1,8})((?:line [a-z0-9]{1,8} [^\\n]+\\n){1,40})"
            + "eligible ([1-9]\\d{0,5}) [0-9a-f]{64}\\n(?:board [A-Za-z0-9_-]{1,64} [^\\n ]+\\n){3,9}issuer ([^\\n ]+)\\nbox [^\\n ]+\\nreceipt ([^\\n ]+)\\n");
    private static final Pattern NAMED = Pattern.compile("[a-z]+ (\\S+) [^\\n]+\\n");
    private static final Pattern BALLOT =
            Pattern.compile("plenum-ballot 1\\ndefinition ([0-9a-f]{64})\\ncode \\d{4}\\n((?:mark [a-z0-9]{1,8} [A-Z_]{1,16}\\n)*)");
    private static final Pattern MARK = Pattern.compile("mark (\\S+) (\\S+)\\n");
    private static final Pattern ISSUED = Pattern.compile("plenum-result 1\\ndefinition [0-9a-f]{64}\\nissued (0|[1-9]\\d{0,5})\\n");

    private final String definition;
    private final int seats;
    private final boolean blankValid;
    private final List<String> options;
    private final List<String> lines;
    private final int eligible;
    private final PublicKey issuer;
    private final PublicKey receipt;

    private VerifyBallots(byte[] bytes) throws Bad {
        var found = DEFINITION.matcher(utf8(bytes, "definition.txt"));
        if (!found.matches()) {
            throw new Bad("definition.txt không đọc được / cannot be read");
        }
        definition = hex(bytes);
        seats = Integer.parseInt(found.group(1));
        blankValid = found.group(2).equals("valid");
        options = names(found.group(3));
        lines = names(found.group(4));
        eligible = Integer.parseInt(found.group(5));
        issuer = rsa(found.group(6));
        receipt = ed25519(found.group(7));
    }

    public static void main(String[] words) throws IOException {
        if (words.length != 1 && words.length != 2) {
            System.err.println("java VerifyBallots.java phieu.zip [definition]");
            System.exit(2);
        }
        try {
            var files = unzip(Files.readAllBytes(Path.of(words[0])));
            var definition = check(files);
            if (words.length == 2 && !words[1].equals(definition)) {
                throw new Bad("đây là cuộc bỏ phiếu khác / another poll: " + definition);
            }
            System.out.println("ĐÚNG / SOUND");
            System.out.print(new String(files.get("result.txt"), StandardCharsets.UTF_8));
            System.out.println("  Hãy so mã definition với nhật ký kỳ họp hoặc máy của đại biểu.");
            System.out.println("  Compare the definition with the session's journal or a delegate's tablet.");
        } catch (Bad bad) {
            System.out.println("SAI / NOT SOUND: " + bad.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    /** @return hash of the definition */
    static String check(Map<String, byte[]> files) throws Bad {
        var poll = new VerifyBallots(file(files, "definition.txt"));
        var result = utf8(file(files, "result.txt"), "result.txt");
        var issued = ISSUED.matcher(result);
        if (!issued.lookingAt()) {
            throw new Bad("result.txt không đọc được / cannot be read");
        }
        var counted = poll.recount(utf8(file(files, "ballots.txt"), "ballots.txt"), Integer.parseInt(issued.group(1)));
        if (!counted.equals(result)) {
            throw new Bad("kết quả công bố khác kết quả kiểm lại / the published result is not what the ballots give");
        }
        var signature = utf8(file(files, "result.sig"), "result.sig").strip();
        if (!verified("Ed25519", poll.receipt, result.getBytes(StandardCharsets.UTF_8), base64(signature))) {
            throw new Bad("chữ ký của hòm phiếu sai / the ballot box did not sign this result");
        }
        return poll.definition;
    }

    private String recount(String ballots, int issued) throws Bad {
        var cast = 0;
        var valid = 0;
        var before = "";
        var leaves = new ArrayList<byte[]>();
        var counts = new LinkedHashMap<String, TreeMap<String, Integer>>();
        var spoilt = new HashMap<String, Integer>();
        var blank = new HashMap<String, Integer>();
        for (var line : lines) {
            counts.put(line, new TreeMap<>());
            options.forEach(option -> counts.get(line).put(option, 0));
        }
        for (var start = 0; start < ballots.length(); ) {
            var end = ballots.indexOf('\n', start);
            if (end < 0) {
                throw new Bad("dòng cuối bị cắt / the last line is cut");
            }
            var row = ballots.substring(start, end);
            start = end + 1;
            cast++;
            leaves.add(digest(new byte[] {0}, row.getBytes(StandardCharsets.UTF_8)));
            var parts = row.split(" ", -1);
            if (parts.length != 4) {
                throw new Bad("phiếu " + cast + " không đọc được / cannot be read");
            }
            var token = base64(parts[0]);
            var name = hex(token);
            if (name.compareTo(before) <= 0) {
                throw new Bad("phiếu " + cast + " trùng hoặc sai thứ tự / twice or out of order");
            }
            before = name;
            var marks = marks(cast, token, base64(parts[1]), base64(parts[2]), base64(parts[3]));
            if (!isValid(marks)) {
                continue;
            }
            valid++;
            for (var line : lines) {
                var on = marks.stream().filter(mark -> mark.line().equals(line)).toList();
                if (on.isEmpty()) {
                    blank.merge(line, 1, Integer::sum);
                } else if (on.size() > 1) {
                    spoilt.merge(line, 1, Integer::sum);
                } else {
                    counts.get(line).merge(on.get(0).option(), 1, Integer::sum);
                }
            }
        }
        if (cast > issued || issued > eligible) {
            throw new Bad("thu về nhiều hơn phát ra / more cast than issued, or more issued than eligible");
        }
        var text = new StringBuilder("plenum-result 1\ndefinition " + definition + "\nissued " + issued + "\ncast " + cast + "\n");
        text.append("valid ").append(valid).append("\ninvalid ").append(cast - valid).append('\n');
        for (var line : lines) {
            text.append("line ").append(line);
            counts.get(line).forEach((option, number) -> text.append(' ').append(option).append('=').append(number));
            text.append(" spoilt=").append(spoilt.getOrDefault(line, 0));
            text.append(" blank=").append(blank.getOrDefault(line, 0)).append('\n');
        }
        var root = leaves.isEmpty() ? digest() : root(leaves);
        return text + "root " + Base64.getEncoder().encodeToString(root) + "\n";
    }

    private List<Mark> marks(int number, byte[] token, byte[] tokenSignature, byte[] ballot, byte[] signature) throws Bad {
        if (token.length != 97 || token[32] != 4 || !verifiedPss(issuer, token, tokenSignature)) {
            throw new Bad("phiếu " + number + " không do kỳ họp phát ra / the token was not issued");
        }
        var point = Arrays.copyOfRange(token, 32, 97);
        if (signature.length != 64 || !verified("SHA256withECDSAinP1363Format", p256(point), ballot, signature)) {
            throw new Bad("phiếu " + number + " đã bị sửa / the ballot was changed");
        }
        var text = BALLOT.matcher(utf8(ballot, "phiếu " + number));
        if (!text.matches() || !text.group(1).equals(definition)) {
            throw new Bad("phiếu " + number + " không thuộc cuộc bỏ phiếu này / is of another poll");
        }
        var marks = new ArrayList<Mark>();
        for (var mark = MARK.matcher(text.group(2)); mark.find(); ) {
            marks.add(new Mark(mark.group(1), mark.group(2)));
        }
        return marks;
    }

    private boolean isValid(List<Mark> marks) {
        if (new HashSet<>(marks).size() < marks.size() || (marks.isEmpty() && !blankValid)) {
            return false;
        }
        for (var mark : marks) {
            if (!lines.contains(mark.line()) || !options.contains(mark.option())) {
                return false;
            }
        }
        return seats == 0 || marks.size() <= seats;
    }

    private static List<String> names(String block) {
        var names = new ArrayList<String>();
        for (var line = NAMED.matcher(block); line.find(); ) {
            names.add(line.group(1));
        }
        return names;
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws Bad {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new Bad("thiếu tệp / missing: " + name);
        }
        return bytes;
    }

    private static String utf8(byte[] bytes, String name) throws Bad {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Bad(name + " không phải UTF-8 / is not UTF-8");
        }
        return text;
    }

    /** The one way to write these bytes. */
    private static byte[] base64(String text) throws Bad {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException unfit) {
            // said below
        }
        throw new Bad("Base64 sai / wrong Base64: " + text);
    }

    private static PublicKey rsa(String base64) throws Bad {
        try {
            var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(base64(base64)));
            if (((RSAPublicKey) key).getModulus().bitLength() >= 2048) {
                return key;
            }
        } catch (GeneralSecurityException unfit) {
            // said below
        }
        throw new Bad("khóa phát phiếu không dùng được / no key of an issuer");
    }

    private static PublicKey ed25519(String base64) throws Bad {
        var raw = base64(base64);
        try {
            var encoded = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unfit) {
            throw new Bad("khóa hòm phiếu không dùng được / no key of a ballot box");
        }
    }

    private static PublicKey p256(byte[] point) throws Bad {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var at = new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 33)), new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
            return KeyFactory.getInstance("EC")
                    .generatePublic(new ECPublicKeySpec(at, parameters.getParameterSpec(ECParameterSpec.class)));
        } catch (GeneralSecurityException unfit) {
            throw new Bad("khóa một lần không dùng được / no one-time key");
        }
    }

    private static boolean verifiedPss(PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    private static boolean verified(String algorithm, PublicKey key, byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException unfit) {
            return false;
        }
    }

    /** RFC 6962 section 2.1 over hashed leaves. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        return digest(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
