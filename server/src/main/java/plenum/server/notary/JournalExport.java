package plenum.server.notary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import plenum.server.checkpoint.Checkpoint;
import plenum.server.checkpoint.CheckpointEvent;
import plenum.server.hall.Hall;
import plenum.server.hall.HallViews;
import plenum.server.journal.Chain;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalBatch;
import plenum.server.kernel.SessionId;

/**
 * A session's journal as a ZIP file that proves itself without this server: the stored lines, the signed checkpoints,
 * the keys, and two programs that check them. A line with a choice that must not be seen (yet) is left out; its hash
 * stands in its place, so that the tree is still whole.
 */
final class JournalExport {
    private static final int PAGE = 100;

    private JournalExport() {}

    /** @param last over all lines that are to be in it */
    static byte[] of(Hall hall, Journal journal, Checkpoint last) throws IOException {
        var session = hall.session();
        var lines = new ByteArrayOutputStream();
        var notes = new LinkedHashMap<Long, Checkpoint>();
        var chain = new Chain(session, 0, JournalBatch.START);
        while (chain.seq() < last.size()) {
            for (var batch : journal.batches(session, chain.seq(), PAGE)) {
                chain.follow(batch);
                add(hall, journal, batch, last.size(), lines, notes);
            }
        }
        notes.put(last.size(), last);
        return zip(session, lines.toByteArray(), notes);
    }

    private static void add(
            Hall hall,
            Journal journal,
            JournalBatch batch,
            long most,
            ByteArrayOutputStream lines,
            LinkedHashMap<Long, Checkpoint> notes) {
        var leaves = batch.leaves();
        var stored = journal.codec().lines(batch);
        for (var at = 0; at < leaves.size() && batch.first() + at <= most; at++) {
            var line = stored.get(at);
            var mayBeSeen = HallViews.line(hall, line).equals(line);
            lines.writeBytes(mayBeSeen ? leaves.get(at) : hidden(line.seq(), leaves.get(at)));
            lines.write('\n');
        }
        for (var entry : journal.codec().entries(batch)) {
            if (entry.seq() <= most && entry.event() instanceof CheckpointEvent.Signed signed) {
                notes.put(signed.checkpoint().size(), signed.checkpoint());
            }
        }
    }

    private static byte[] hidden(long seq, byte[] leaf) {
        var hash = Base64.getEncoder().encodeToString(new MerkleTree().leaf(leaf));
        return ("{\"seq\":" + seq + ",\"hidden\":\"" + hash + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(SessionId session, byte[] lines, LinkedHashMap<Long, Checkpoint> notes)
            throws IOException {
        var text = new StringBuilder();
        var keys = new LinkedHashSet<String>();
        for (var note : notes.values()) {
            text.append(text.isEmpty() ? "" : "\n").append(note.note(session));
            keys.add(NotaryKey.pem(note.key()));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "events.jsonl", lines);
            put(zip, "checkpoints.txt", text.toString().getBytes(StandardCharsets.UTF_8));
            put(zip, "keys.pem", String.join("", keys).getBytes(StandardCharsets.UTF_8));
            for (var shipped : new String[] {"DOC-TRUOC.txt", "Verify.java", "verify.html"}) {
                put(zip, shipped, resource(shipped));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = JournalExport.class.getResourceAsStream("/notary/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
