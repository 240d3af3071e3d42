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
import plenum.server.journal.JournalEntry;
import plenum.server.journal.JournalLine;

/**
 * A session's journal as a ZIP file that proves itself without this server: the stored lines, the signed checkpoints,
 * the keys, and two programs that check them. A line with a choice that must not be seen (yet) is left out; its hash
 * stands in its place, so that the tree is still whole. Made once, by one thread.
 */
final class JournalExport {
    private static final int PAGE = 100;
    private static final String SIGNED = "checkpoint.signed";

    private final Hall hall;
    private final Journal journal;
    private final Checkpoint last;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final LinkedHashMap<Long, Checkpoint> notes = new LinkedHashMap<>();
    private final MerkleTree tree = new MerkleTree();

    /** @param last over all lines that are to be in it */
    JournalExport(Hall hall, Journal journal, Checkpoint last) {
        this.hall = hall;
        this.journal = journal;
        this.last = last;
    }

    byte[] zip() throws IOException {
        var chain = new Chain(hall.session(), 0, JournalBatch.START);
        while (chain.seq() < last.size()) {
            for (var batch : journal.batches(hall.session(), chain.seq(), PAGE)) {
                chain.follow(batch);
                add(batch);
            }
        }
        notes.put(last.size(), last);
        return zipped();
    }

    private void add(JournalBatch batch) {
        var leaves = batch.leaves();
        var entries = journal.codec().lines(batch);
        for (var at = 0; at < leaves.size() && batch.first() + at <= last.size(); at++) {
            add(entries.get(at), leaves.get(at));
        }
        if (entries.stream().anyMatch(line -> line.type().equals(SIGNED))) {
            journal.codec().entries(batch).forEach(this::keepNote);
        }
    }

    private void add(JournalLine line, byte[] stored) {
        var mayBeSeen = HallViews.line(hall, line).equals(line);
        lines.writeBytes(mayBeSeen ? stored : hidden(line.seq(), stored));
        lines.write('\n');
    }

    private void keepNote(JournalEntry entry) {
        if (entry.seq() <= last.size() && entry.event() instanceof CheckpointEvent.Signed signed) {
            notes.put(signed.checkpoint().size(), signed.checkpoint());
        }
    }

    private byte[] hidden(long seq, byte[] stored) {
        var hash = Base64.getEncoder().encodeToString(tree.leaf(stored));
        return ("{\"seq\":" + seq + ",\"hidden\":\"" + hash + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] zipped() throws IOException {
        var text = new StringBuilder();
        var keys = new LinkedHashSet<String>();
        for (var note : notes.values()) {
            text.append(text.isEmpty() ? "" : "\n").append(note.note(hall.session()));
            keys.add(NotaryKey.pem(note.key()));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "events.jsonl", lines.toByteArray());
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
