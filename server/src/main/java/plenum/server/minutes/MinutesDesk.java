package plenum.server.minutes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import plenum.server.audit.Audit;
import plenum.server.journal.Journal;
import plenum.server.journal.JournalEntry;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Blob;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Sha256;

/**
 * Prints minutes from the journal and keeps every version. Rights are checked before. Blocking: virtual threads only.
 */
public final class MinutesDesk {
    private static final int MOST_VERSIONS = 500;
    private static final int TRIES = 20;
    private final Journal journal;
    private final BlobStore blobs;
    private final MinutesStore versions;
    private final Function<Collection<PersonId>, Map<PersonId, String>> names;
    private final Audit audit;
    private final InstantSource clock;

    /** @param names of people with an account, by person */
    public MinutesDesk(
            Journal journal,
            BlobStore blobs,
            MinutesStore versions,
            Function<Collection<PersonId>, Map<PersonId, String>> names,
            Audit audit,
            InstantSource clock) {
        this.journal = journal;
        this.blobs = blobs;
        this.versions = versions;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    List<MinutesView> list(SessionId session) {
        return versions.newest(session, MOST_VERSIONS).stream()
                .map(MinutesView::of)
                .toList();
    }

    /** A new version each time, of what is in the journal now. */
    MinutesView generate(Actor actor, String address, SessionId session) throws IOException {
        var read = ReadJournal.of(journal, session);
        var now = clock.instant();
        var pdf = printed(session, read, now);
        var blob = blobs.put(new ByteArrayInputStream(pdf));
        var version = kept(session, read, blob, pages(pdf), actor.person(), now);
        audit.record(
                actor.person(),
                address,
                "minutes.generated",
                session + " " + version.version(),
                Map.of("seq", Long.toString(version.seq()), "sha256", version.sha256()));
        return MinutesView.of(version);
    }

    /** The PDF of a version. */
    Path open(SessionId session, long version) {
        var found = versions.find(session, version)
                .orElseThrow(() -> MinutesProblem.NO_SUCH_VERSION.refusal("version " + version));
        return blobs.find(new Sha256(found.sha256()))
                .orElseThrow(() -> new IllegalStateException("the bytes of minutes are missing: " + found.sha256()));
    }

    private byte[] printed(SessionId session, ReadJournal read, Instant now) throws IOException {
        var people = read.entries().stream().map(JournalEntry::by).collect(Collectors.toUnmodifiableSet());
        var called = names.apply(people);
        var writer = new MinutesWriter(
                session, read.entries(), read.hash(), person -> called.getOrDefault(person, person.value()), now);
        var out = new ByteArrayOutputStream();
        writer.document().writeTo(out);
        return out.toByteArray();
    }

    /** Two secretaries at once get two versions. */
    private MinutesVersion kept(SessionId session, ReadJournal read, Blob blob, int pages, PersonId by, Instant now) {
        for (var tries = 0; tries < TRIES; tries++) {
            var newest = versions.newest(session, 1).stream()
                    .mapToInt(MinutesVersion::version)
                    .max()
                    .orElse(0);
            var version = new MinutesVersion(
                    session,
                    newest + 1,
                    now,
                    read.entries().getLast().seq(),
                    read.hash(),
                    blob.sha256().hex(),
                    pages,
                    blob.bytes(),
                    by);
            if (versions.insert(version)) {
                return version;
            }
        }
        throw MinutesProblem.BUSY.refusal("no free version after " + TRIES + " tries");
    }

    private static int pages(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
