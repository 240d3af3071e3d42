import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Checks an exported session journal without the server: {@code java Verify.java nhat-ky.zip [size root | receipt]}. Needs Java 17 or
 * newer and nothing else. Ends with 0 when every line, every checkpoint and every signature fits; with 1 when anything does not.
 *
 * <p>{@code size root}: as printed in the minutes or shown on a tablet. Without them a journal whose end was cut off together with
 * its last checkpoints cannot be told from a shorter one; with them it can. {@code receipt}: a line's number or the eight digits that
 * a delegate's tablet showed with a ballot; the line is printed.
 */
public final class Verify {
    /** Something does not fit. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String what) {
            super(what);
        }
    }

    /** What was found in a sound export. */
    record Report(String origin, long lines, long hidden, int checkpoints, int signedBallots, String root, List<String> keys) {}

    private record Note(String origin, long size, String root, String signature) {}

    private static final Pattern SEQ = Pattern.compile("\\{\"seq\":(\\d+),");
    private static final Pattern HIDDEN = Pattern.compile("\\{\"seq\":\\d+,\"hidden\":\"([A-Za-z0-9+/]{43}=)\"}");
    private static final Pattern SIGNED = Pattern.compile("\"type\":\"checkpoint\\.signed\",\"data\":\\{\"checkpoint\":\\{\"size\":(\\d+),\"root\":\"([^\"]+)\","
            + "\"key\":\"[^\"]+\",\"signature\":\"([^\"]+)\"");
    private static final Pattern NOTE = Pattern.compile("(plenum/session/[^\\n]+)\\n([1-9]\\d{0,17})\\n([^\\n]+)\\n\\n\u2014 ([^ \\n]+) ([^ \\n]+)\\n");
    private static final Pattern PREPARED = Pattern.compile("\"type\":\"voting\\.prepared\",\"data\":\\{\"voteId\":\"([^\"]+)\",\"itemId\":\"[^\"]+\",\"title\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BALLOT = Pattern.compile("\"type\":\"voting\\.ballot-cast\",\"data\":\\{\"voteId\":\"([^\"]+)\",\"personId\":\"([^\"]+)\",\"choice\":\"([A-Z]+)\","
            + "\"signature\":\\{\"publicKey\":\"([^\"]+)\",\"turn\":(\\d+),\"value\":\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("-----BEGIN PUBLIC KEY-----\\n([^\\n]+)\\n-----END PUBLIC KEY-----\\n");

    public static void main(String[] words) throws IOException {
        if (words.length < 1 || words.length > 3) {
            System.err.println("java Verify.java nhat-ky.zip [size root | receipt]");
            System.exit(2);
        }
        try {
            var report = check(unzip(Files.readAllBytes(Path.of(words[0]))));
            if (words.length == 3) {
                covers(unzip(Files.readAllBytes(Path.of(words[0]))), Long.parseLong(words[1]), words[2]);
            }
            System.out.println("ĐÚNG / SOUND  " + report.origin());
            System.out.println("  số dòng / lines: " + report.lines() + ", được giữ kín / withheld: " + report.hidden());
            System.out.println("  mốc kiểm chứng / checkpoints: " + report.checkpoints());
            System.out.println("  phiếu công khai có chữ ký của máy / open ballots signed by tablets: " + report.signedBallots());
            System.out.println("  mốc cuối / last checkpoint: " + report.lines() + " " + report.root());
            report.keys().forEach(key -> System.out.println("  khóa / key: " + key));
            if (words.length == 2) {
                System.out.println("  biên nhận / receipt " + found(unzip(Files.readAllBytes(Path.of(words[0]))), words[1]));
            }
            System.out.println("  Hãy so mốc cuối và khóa với biên bản hoặc máy của đại biểu.");
            System.out.println("  Compare the last checkpoint and the key with the minutes or a delegate's tablet.");
        } catch (Bad bad) {
            System.out.println("SAI / NOT SOUND: " + bad.getMessage());
            System.exit(1);
        }
    }

    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    static Report check(Map<String, byte[]> files) throws Bad {
        var keys = keys(text(files, "keys.pem"));
        var notes = notes(text(files, "checkpoints.txt"));
        var lines = text(files, "events.jsonl");
        var leaves = new ArrayList<byte[]>();
        var inside = new HashSet<String>();
        var shown = new ArrayList<String>();
        var hidden = 0L;
        var start = 0;
        for (var end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
            var line = lines.substring(start, end);
            start = end + 1;
            var seq = SEQ.matcher(line);
            if (!seq.lookingAt() || Long.parseLong(seq.group(1)) != leaves.size() + 1) {
                throw new Bad("dòng " + (leaves.size() + 1) + " thiếu hoặc sai thứ tự / line missing or out of order");
            }
            var kept = HIDDEN.matcher(line);
            if (kept.matches()) {
                hidden++;
                leaves.add(bytes(kept.group(1), 32));
            } else {
                shown.add(line);
                leaves.add(hash(0, line.getBytes(StandardCharsets.UTF_8)));
            }
            var signed = SIGNED.matcher(line);
            if (signed.find()) {
                inside.add(signed.group(1) + " " + signed.group(2) + " " + signed.group(3));
            }
        }
        if (start != lines.length()) {
            throw new Bad("dòng cuối bị cắt / the last line is cut");
        }
        checkNotes(notes, leaves, keys);
        checkInside(notes, inside);
        var last = notes.get(notes.size() - 1);
        var ballots = signedBallots(shown, last.origin().substring("plenum/session/".length()));
        return new Report(last.origin(), last.size(), hidden, notes.size(), ballots, last.root(), List.copyOf(keys.keySet()));
    }

    /** How many open ballots carry the signature of their voter's tablet; all of these are right. */
    private static int signedBallots(List<String> lines, String session) throws Bad {
        var titles = new HashMap<String, String>();
        var count = 0;
        for (var line : lines) {
            var prepared = PREPARED.matcher(line);
            if (prepared.find()) {
                titles.put(prepared.group(1), unescaped(prepared.group(2)));
            }
            var ballot = BALLOT.matcher(line);
            if (ballot.find()) {
                var text = String.join("\n", "plenum-ballot-v1", session, ballot.group(1), ballot.group(2), ballot.group(5), ballot.group(3),
                        String.valueOf(titles.get(ballot.group(1))), "");
                if (!signedBy(ballot.group(4), text, ballot.group(6))) {
                    throw new Bad("chữ ký trên phiếu sai / wrong signature on a ballot: " + ballot.group(2) + ", " + ballot.group(1));
                }
                count++;
            }
        }
        return count;
    }

    private static boolean signedBy(String publicKey, String text, String signature) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(publicKey)));
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unfit) {
            return false;
        }
    }

    /** What a JSON string (RFC 8259 section 7) says. */
    private static String unescaped(String json) {
        var text = new StringBuilder();
        for (var at = 0; at < json.length(); at++) {
            if (json.charAt(at) != '\\') {
                text.append(json.charAt(at));
                continue;
            }
            var mark = json.charAt(++at);
            if (mark == 'u') {
                text.append((char) Integer.parseInt(json.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                text.append("bfnrt".indexOf(mark) < 0 ? mark : "\b\f\n\r\t".charAt("bfnrt".indexOf(mark)));
            }
        }
        return text.toString();
    }

    private static void checkNotes(List<Note> notes, List<byte[]> leaves, Map<String, PublicKey> keys) throws Bad {
        var before = 0L;
        for (var note : notes) {
            if (!note.origin().equals(notes.get(0).origin())) {
                throw new Bad("mốc của kỳ họp khác / a checkpoint of another session");
            }
            if (note.size() <= before || note.size() > leaves.size()) {
                throw new Bad("mốc " + note.size() + " sai thứ tự hoặc thiếu dòng / out of order, or lines are missing");
            }
            before = note.size();
            if (!base64(root(leaves.subList(0, (int) note.size()))).equals(note.root())) {
                throw new Bad("có dòng đã bị sửa trong / a line was changed within " + note.size());
            }
            signed(note, keys);
        }
        if (before != leaves.size()) {
            throw new Bad("các dòng sau " + before + " chưa được ký / lines after it are not signed");
        }
    }

    /** Every checkpoint but the last is itself a line of the journal. */
    private static void checkInside(List<Note> notes, HashSet<String> inside) throws Bad {
        for (var note : notes.subList(0, notes.size() - 1)) {
            if (!inside.remove(note.size() + " " + note.root() + " " + note.signature())) {
                throw new Bad("mốc " + note.size() + " không có trong nhật ký / not in the journal");
            }
        }
        var last = notes.get(notes.size() - 1);
        inside.remove(last.size() + " " + last.root() + " " + last.signature());
        if (!inside.isEmpty()) {
            throw new Bad("thiếu mốc kiểm chứng / a checkpoint is missing: " + inside.iterator().next());
        }
    }

    private static void signed(Note note, Map<String, PublicKey> keys) throws Bad {
        var all = bytes(note.signature(), 68);
        for (var key : keys.entrySet()) {
            var number = Arrays.copyOf(digest(
                    (note.origin() + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {1}, bytes(key.getKey(), 32)), 4);
            if (Arrays.equals(number, Arrays.copyOf(all, 4))) {
                verify(note, key.getValue(), Arrays.copyOfRange(all, 4, 68));
                return;
            }
        }
        throw new Bad("không có khóa của mốc " + note.size() + " / no key for the checkpoint");
    }

    private static void verify(Note note, PublicKey key, byte[] signature) throws Bad {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update((note.origin() + "\n" + note.size() + "\n" + note.root() + "\n").getBytes(StandardCharsets.UTF_8));
            if (verifier.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException unfit) {
            // said below
        }
        throw new Bad("chữ ký của mốc " + note.size() + " sai / wrong signature");
    }

    /** The line of a receipt: by its number, or by the first hexadecimal digits of its hash. */
    static String found(Map<String, byte[]> files, String receipt) throws Bad {
        var wanted = receipt.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var seq = 0;
        for (var line : text(files, "events.jsonl").split("\n")) {
            seq++;
            var kept = HIDDEN.matcher(line);
            var code = HexFormat.of().formatHex(kept.matches() ? bytes(kept.group(1), 32) : hash(0, line.getBytes(StandardCharsets.UTF_8)));
            if (wanted.equals(String.valueOf(seq)) || wanted.length() >= 8 && code.startsWith(wanted)) {
                return code.substring(0, 8) + ": " + line;
            }
        }
        throw new Bad("không có mục này trong nhật ký / the journal has no such line: " + receipt);
    }

    /** The journal's first lines have the root that a witness knows. */
    static void covers(Map<String, byte[]> files, long size, String root) throws Bad {
        for (var note : notes(text(files, "checkpoints.txt"))) {
            if (note.size() == size && note.root().equals(root)) {
                return;
            }
        }
        throw new Bad("nhật ký không chứa mốc " + size + " / the journal does not hold the checkpoint of the witness");
    }

    private static List<Note> notes(String text) throws Bad {
        var notes = new ArrayList<Note>();
        var matcher = NOTE.matcher(text);
        var at = 0;
        while (matcher.find(at) && matcher.start() == at && matcher.group(1).equals(matcher.group(4))) {
            bytes(matcher.group(3), 32);
            notes.add(new Note(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3), matcher.group(5)));
            at = matcher.end();
            if (at == text.length()) {
                return notes;
            }
            if (text.charAt(at++) != '\n') {
                break;
            }
        }
        throw new Bad("checkpoints.txt không đọc được / cannot be read");
    }

    private static Map<String, PublicKey> keys(String text) throws Bad {
        var keys = new HashMap<String, PublicKey>();
        var matcher = KEY.matcher(text);
        var at = 0;
        while (matcher.find(at) && matcher.start() == at) {
            var encoded = bytes(matcher.group(1), 44);
            try {
                var key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
                if (!Arrays.equals(key.getEncoded(), encoded)) {
                    throw new Bad("khóa lạ / an odd key");
                }
                keys.put(base64(Arrays.copyOfRange(encoded, 12, 44)), key);
            } catch (GeneralSecurityException unfit) {
                throw new Bad("khóa không đọc được / a key cannot be read");
            }
            at = matcher.end();
        }
        if (keys.isEmpty() || at != text.length()) {
            throw new Bad("keys.pem không đọc được / cannot be read");
        }
        return keys;
    }

    private static String text(Map<String, byte[]> files, String name) throws Bad {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new Bad("thiếu tệp / missing: " + name);
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new Bad(name + " không phải UTF-8 / is not UTF-8");
        }
        return text;
    }

    /** The one way to write these bytes. */
    private static byte[] bytes(String base64, int length) throws Bad {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            if (bytes.length == length && base64(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException unfit) {
            // said below
        }
        throw new Bad("Base64 sai / wrong Base64: " + base64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** RFC 6962 section 2.1 over hashed leaves. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        var left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        var all = new byte[parts.length + 1][];
        all[0] = new byte[] {(byte) prefix};
        System.arraycopy(parts, 0, all, 1, parts.length);
        return digest(all);
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
