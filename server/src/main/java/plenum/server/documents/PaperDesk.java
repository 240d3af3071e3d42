package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.access.Access;
import plenum.server.access.SessionPlace;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaCommand.ReplacePaper;
import plenum.server.agenda.AgendaProblem;
import plenum.server.agenda.Paper;
import plenum.server.agenda.PaperFile;
import plenum.server.agenda.PaperVersion;
import plenum.server.agenda.RecalledPaper;
import plenum.server.audit.Audit;
import plenum.server.hall.Answer;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.hall.PaperRights;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.office.OfficeProblem;
import plenum.server.platform.Blob;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Incoming;
import plenum.server.platform.Sha256;

/**
 * Takes papers in and gives them out. Which papers a session has and who may see them is the hall's; the desk keeps
 * bytes. Blocking: plain virtual threads only.
 */
public final class PaperDesk {
    private final Lanes lanes;
    private final BlobStore blobs;
    private final PaperStore papers;
    private final Intake intake;
    private final Audit audit;
    private final InstantSource clock;
    private final long mostBytes;

    /** @param mostBytes of one paper */
    public PaperDesk(
            Lanes lanes,
            BlobStore blobs,
            PaperStore papers,
            Intake intake,
            Audit audit,
            InstantSource clock,
            long mostBytes) {
        this.lanes = lanes;
        this.blobs = blobs;
        this.papers = papers;
        this.intake = intake;
        this.audit = audit;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /**
     * Receives, checks, keeps and attaches. Only the last step shows anything to anyone: what fails before leaves no
     * paper.
     *
     * @param file asked for only when nothing can be refused without reading it
     * @return the paper as the hall has it, durable; the same id and bytes again give the same paper
     */
    public Paper attach(Actor actor, SessionId session, PaperWish wish, Supplier<InputStream> file) throws IOException {
        return attach(actor, session, wish, file, stage -> {});
    }

    /** @param told what is done with the file once it has come whole */
    Paper attach(Actor actor, SessionId session, PaperWish wish, Supplier<InputStream> file, Consumer<Stage> told)
            throws IOException {
        refuseEarly(actor, lanes.lane(session).hall(), wish);
        try (var incoming = blobs.receive()) {
            receive(file, wish.announcedBytes(), incoming);
            refuseOtherBytes(session, wish.paperId(), incoming.sha256());
            var coming = new Coming(
                    session, wish.paperId(), wish.itemId(), 1, wish.facts(), wish.reach(), actor.person(), told);
            var paper = intake.keep(incoming, wish.fileName(), intake.note(coming));
            submit(actor, session, new AttachPaper(wish.paperId(), wish.itemId(), wish.facts(), paper, wish.reach()));
            intake.attached(session, wish.paperId(), 1);
            note(record(actor, session, wish.paperId(), wish.itemId(), paper, null), wish.address());
        }
        return find(session, wish.paperId());
    }

    /** The same without being told. */
    public Paper replace(Actor actor, SessionId session, VersionWish wish, Supplier<InputStream> file)
            throws IOException {
        return replace(actor, session, wish, file, stage -> {});
    }

    /**
     * Receives, checks and keeps a new version; it takes the place of the present one in the last step. The same
     * version and bytes again give the same paper.
     *
     * @param file asked for only when nothing can be refused without reading it
     * @param told what is done with the file once it has come whole
     */
    Paper replace(Actor actor, SessionId session, VersionWish wish, Supplier<InputStream> file, Consumer<Stage> told)
            throws IOException {
        var item = refuseEarly(actor, lanes.lane(session).hall(), wish);
        try (var incoming = blobs.receive()) {
            receive(file, wish.announcedBytes(), incoming);
            var coming = new Coming(session, wish.paperId(), item, wish.version(), null, null, actor.person(), told);
            var paper = intake.keep(incoming, wish.fileName(), intake.note(coming));
            submit(actor, session, new ReplacePaper(wish.paperId(), wish.version(), paper));
            intake.attached(session, wish.paperId(), wish.version());
            note(record(actor, session, wish.paperId(), item, paper, wish.version()), wish.address());
        }
        return find(session, wish.paperId());
    }

    /**
     * Receives, checks and keeps a file that is no paper of any session yet; durable when it returns.
     *
     * @param note of an office file
     */
    public PaperFile keep(FileName name, @Nullable Long announcedBytes, Supplier<InputStream> file, OfficeNote note)
            throws IOException {
        refuseTooMany(announcedBytes);
        try (var incoming = blobs.receive()) {
            receive(file, announcedBytes, incoming);
            return intake.keep(incoming, name, note);
        }
    }

    /** Says of which office file the version of a paper was made that was kept before it was one. */
    public void madeOf(
            Actor actor, SessionId session, PaperId id, ItemId item, int version, Blob original, FileName name) {
        var coming = new Coming(session, id, item, version, null, null, actor.person(), stage -> {});
        intake.madeOf(coming, original, name);
    }

    /** The bytes of an office file that was kept. Who asks has made sure that they may be given out. */
    public Optional<Path> original(String sha256) {
        return blobs.find(new Sha256(sha256));
    }

    /** The bytes of a file that was kept. Who asks has made sure that they may be given out. */
    public StoredPaper kept(PaperFile file) {
        return stored(new Readable(file, false));
    }

    private Paper find(SessionId session, PaperId id) {
        return lanes.lane(session)
                .hall()
                .agenda()
                .items()
                .find(id)
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("taken away again meanwhile"));
    }

    /** The present version. Refusal NO_SUCH_PAPER also for what is there and not for the actor. */
    StoredPaper open(Actor actor, SessionId session, PaperId id) {
        return open(actor, session, id, OptionalInt.empty());
    }

    /** @param version 1 for the first */
    StoredPaper open(Actor actor, SessionId session, PaperId id, int version) {
        return open(actor, session, id, OptionalInt.of(version));
    }

    private StoredPaper open(Actor actor, SessionId session, PaperId id, OptionalInt version) {
        return stored(readable(actor, session, id, version));
    }

    /** @param watermarked only with the reader's name on every page */
    private record Readable(PaperFile file, boolean watermarked) {}

    private Readable readable(Actor actor, SessionId session, PaperId id, OptionalInt version) {
        var hall = lanes.lane(session).hall();
        var roles = Access.permit(actor, "paperContent", place(hall));
        var audiences = Access.audiences(roles);
        var now = clock.instant();
        return known(hall, audiences, id)
                .filter(paper -> PaperRights.mayOpen(
                        hall, audiences, actor.person(), paper, version.orElse(paper.version()), now))
                .map(paper -> readable(paper, version.orElse(paper.version()), roles))
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + id));
    }

    /** The secretary keeps the papers, and so has them as they are. */
    private static Readable readable(Paper paper, int version, Set<Role> roles) {
        var earlier = paper.before(version);
        var marked = paper.reach().watermarked()
                || earlier.filter(one -> one.reach().watermarked()).isPresent();
        return new Readable(
                earlier.map(PaperVersion::file).orElse(paper.file()), marked && !roles.contains(Role.SECRETARY));
    }

    /** Secretary and chair also read what was taken back. */
    private static Optional<Paper> known(Hall hall, Set<Audience> audiences, PaperId id) {
        var agenda = hall.agenda();
        return agenda.items()
                .find(id)
                .or(() -> audiences.contains(Audience.CONTROL)
                        ? agenda.recalled(id).map(RecalledPaper::paper)
                        : Optional.empty());
    }

    private StoredPaper stored(Readable readable) {
        var file = readable.file();
        var sha256 = new Sha256(file.sha256());
        var bytes = blobs.find(sha256)
                .orElseThrow(() -> new IllegalStateException("the bytes of a paper are missing: " + sha256));
        return new StoredPaper(bytes, file.bytes(), sha256, FileName.of(file.fileName()), readable.watermarked());
    }

    /** The present versions of all papers of a session. Who asks has made sure that they may be known. */
    Map<PaperId, Sha256> present(SessionId session) {
        return lanes.lane(session)
                .hall()
                .agenda()
                .items()
                .papers()
                .collect(Collectors.toMap(
                        Paper::paperId, paper -> new Sha256(paper.file().sha256())));
    }

    /** Refuses what {@link #open} refuses; for desks that keep something about papers. */
    public void permitReading(Actor actor, SessionId session, PaperId id) {
        var unused = readable(actor, session, id, OptionalInt.empty());
    }

    /** Whether {@link #open} gives the present version to the actor. */
    public boolean mayOpen(Actor actor, SessionId session, PaperId id) {
        try {
            permitReading(actor, session, id);
            return true;
        } catch (Refusal no) {
            return false;
        }
    }

    /** The office file that a version was to be made of. */
    InputStream keptFile(SessionId session, PaperId paper, int version) {
        return intake.officeFile(session, paper, version)
                .map(intake::read)
                .orElseThrow(() -> OfficeProblem.NO_ORIGINAL.refusal("paper " + paper));
    }

    private void refuseEarly(Actor actor, Hall hall, PaperWish wish) {
        var unused = Access.permit(actor, "uploadPaper", place(hall));
        if (hall.agenda().items().find(wish.itemId()).isEmpty()) {
            throw AgendaProblem.NO_SUCH_ITEM.refusal("item " + wish.itemId());
        }
        refuseTooMany(wish.announcedBytes());
    }

    /** The item that holds the paper. */
    private ItemId refuseEarly(Actor actor, Hall hall, VersionWish wish) {
        var unused = Access.permit(actor, "replacePaper", place(hall));
        refuseTooMany(wish.announcedBytes());
        return hall.agenda()
                .items()
                .holding(wish.paperId())
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + wish.paperId()))
                .itemId();
    }

    private void refuseTooMany(@Nullable Long announced) {
        if (announced != null && announced > mostBytes) {
            throw PaperProblem.TOO_LARGE.refusal("announced " + announced + " of at most " + mostBytes);
        }
    }

    private static Optional<SessionPlace> place(Hall hall) {
        return Optional.of(SessionPlace.of(hall));
    }

    private void receive(Supplier<InputStream> bytes, @Nullable Long announced, Incoming incoming) throws IOException {
        try (var file = bytes.get()) {
            var piece = new byte[64 * 1024];
            for (var length = file.read(piece); length >= 0; length = file.read(piece)) {
                if (incoming.bytes() + length > mostBytes) {
                    throw PaperProblem.TOO_LARGE.refusal("more than " + mostBytes);
                }
                incoming.write(piece, 0, length);
            }
        }
        if (announced != null && incoming.bytes() != announced) {
            throw PaperProblem.INCOMPLETE.refusal(incoming.bytes() + " of " + announced + " bytes came");
        }
    }

    /** Also the id of a paper that was detached stays with its bytes. */
    private void refuseOtherBytes(SessionId session, PaperId id, Sha256 sha256) {
        papers.find(session, id)
                .filter(before -> !before.sha256().equals(sha256.hex()) && !intake.madeOf(session, id, 1, sha256))
                .ifPresent(before -> {
                    throw PaperProblem.OTHER_BYTES.refusal("paper " + id + " has " + before.sha256());
                });
    }

    /** The hall accepts the same paper a second time without an event, so each try has an id of its own. */
    private void submit(Actor actor, SessionId session, AgendaCommand command) {
        var id = new CommandId(UUID.randomUUID().toString());
        var answer = lanes.lane(session)
                .submit(new Order(id, actor, new HallCommand.OfAgenda(command)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        if (answer instanceof Answer.Refused refused) {
            throw new Refusal(refused.problem());
        }
    }

    private PaperRecord record(
            Actor actor, SessionId session, PaperId id, ItemId item, PaperFile file, @Nullable Integer version) {
        return new PaperRecord(
                session,
                id,
                item,
                file.sha256(),
                file.bytes(),
                file.pages(),
                file.fileName(),
                actor.person(),
                clock.instant(),
                version);
    }

    private void note(PaperRecord record, String address) {
        if (papers.keep(record)) {
            audit.record(
                    record.by(),
                    address,
                    record.version() == null ? "papers.uploaded" : "papers.replaced",
                    record.sessionId() + " " + record.paperId(),
                    facts(record));
        }
    }

    private static Map<String, String> facts(PaperRecord record) {
        var version = record.version() == null ? 1 : record.version();
        return Map.of(
                "sha256",
                record.sha256(),
                "bytes",
                Long.toString(record.bytes()),
                "file",
                record.fileName(),
                "version",
                Integer.toString(version));
    }
}
