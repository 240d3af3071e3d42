package plenum.server.documents;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import plenum.server.access.Access;
import plenum.server.access.SessionPlace;
import plenum.server.agenda.AgendaCommand.AttachPaper;
import plenum.server.agenda.AgendaProblem;
import plenum.server.agenda.Paper;
import plenum.server.audit.Audit;
import plenum.server.hall.Answer;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Blob;
import plenum.server.platform.BlobStore;
import plenum.server.platform.Incoming;
import plenum.server.platform.Sha256;
import plenum.server.sitting.SessionState;

/**
 * Takes papers in and gives them out. Which papers a session has and who may see them is the hall's; the desk keeps
 * bytes. Blocking: plain virtual threads only.
 */
public final class PaperDesk {
    private final Lanes lanes;
    private final BlobStore blobs;
    private final PaperStore papers;
    private final PdfCheck check;
    private final Audit audit;
    private final InstantSource clock;
    private final long mostBytes;

    /** @param mostBytes of one paper */
    public PaperDesk(
            Lanes lanes,
            BlobStore blobs,
            PaperStore papers,
            PdfCheck check,
            Audit audit,
            InstantSource clock,
            long mostBytes) {
        this.lanes = lanes;
        this.blobs = blobs;
        this.papers = papers;
        this.check = check;
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
        refuseEarly(actor, lanes.lane(session).hall(), wish);
        try (var incoming = blobs.receive()) {
            receive(file.get(), wish, incoming);
            refuseOtherBytes(session, wish.paperId(), incoming.sha256());
            var pages = pages(incoming);
            var blob = incoming.keep();
            attach(actor, session, wish, blob, pages);
            note(actor, session, wish, blob, pages);
        }
        return lanes.lane(session)
                .hall()
                .agenda()
                .items()
                .find(wish.paperId())
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("detached again meanwhile"));
    }

    /** Refusal NO_SUCH_PAPER also for what is there and hidden from the actor. */
    StoredPaper open(Actor actor, SessionId session, PaperId id) {
        var hall = lanes.lane(session).hall();
        var audiences = Access.audiences(Access.permit(actor, "paperContent", place(hall)));
        var paper = hall.agenda()
                .items()
                .find(id)
                .filter(found ->
                        audiences.contains(Audience.CONTROL) || hall.agenda().shows(id))
                .orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + id));
        var sha256 = new Sha256(paper.sha256());
        var file = blobs.find(sha256)
                .orElseThrow(() -> new IllegalStateException("the bytes of paper " + id + " are missing: " + sha256));
        return new StoredPaper(file, paper.bytes(), sha256, FileName.of(paper.fileName()));
    }

    /** Refuses what {@link #open} refuses; for desks that keep something about papers. */
    public void permitReading(Actor actor, SessionId session, PaperId id) {
        var unused = open(actor, session, id);
    }

    private void refuseEarly(Actor actor, Hall hall, PaperWish wish) {
        var unused = Access.permit(actor, "uploadPaper", place(hall));
        if (hall.agenda().items().find(wish.itemId()).isEmpty()) {
            throw AgendaProblem.NO_SUCH_ITEM.refusal("item " + wish.itemId());
        }
        if (wish.announcedBytes() != null && wish.announcedBytes() > mostBytes) {
            throw PaperProblem.TOO_LARGE.refusal("announced " + wish.announcedBytes() + " of at most " + mostBytes);
        }
    }

    private static Optional<SessionPlace> place(Hall hall) {
        return Optional.of(new SessionPlace(hall.bodyId(), hall.sittings().state() == SessionState.DRAFT));
    }

    private void receive(InputStream file, PaperWish wish, Incoming incoming) throws IOException {
        var piece = new byte[64 * 1024];
        for (var length = file.read(piece); length >= 0; length = file.read(piece)) {
            if (incoming.bytes() + length > mostBytes) {
                throw PaperProblem.TOO_LARGE.refusal("more than " + mostBytes);
            }
            incoming.write(piece, 0, length);
        }
        if (wish.announcedBytes() != null && incoming.bytes() != wish.announcedBytes()) {
            throw PaperProblem.INCOMPLETE.refusal(incoming.bytes() + " of " + wish.announcedBytes() + " bytes came");
        }
    }

    /** Also the id of a paper that was detached stays with its bytes. */
    private void refuseOtherBytes(SessionId session, PaperId id, Sha256 sha256) {
        papers.find(session, id)
                .filter(before -> !before.sha256().equals(sha256.hex()))
                .ifPresent(before -> {
                    throw PaperProblem.OTHER_BYTES.refusal("paper " + id + " has " + before.sha256());
                });
    }

    private int pages(Incoming incoming) throws IOException {
        return switch (check.check(incoming.path())) {
            case PdfVerdict.Sound sound -> sound.pages();
            case PdfVerdict.Unsound unsound -> throw unsound.problem().refusal(unsound.detail());
        };
    }

    /** The hall accepts the same paper a second time without an event, so each try has an id of its own. */
    private void attach(Actor actor, SessionId session, PaperWish wish, Blob blob, int pages) {
        var command = new AttachPaper(
                wish.paperId(),
                wish.itemId(),
                wish.title(),
                wish.kind(),
                wish.number(),
                pages,
                blob.bytes(),
                blob.sha256().hex(),
                wish.fileName().value());
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

    private void note(Actor actor, SessionId session, PaperWish wish, Blob blob, int pages) {
        var record = new PaperRecord(
                session,
                wish.paperId(),
                wish.itemId(),
                blob.sha256().hex(),
                blob.bytes(),
                pages,
                wish.fileName().value(),
                actor.person(),
                clock.instant());
        if (papers.keep(record)) {
            audit.record(
                    actor.person(),
                    wish.address(),
                    "papers.uploaded",
                    session + " " + wish.paperId(),
                    Map.of(
                            "sha256",
                            record.sha256(),
                            "bytes",
                            Long.toString(record.bytes()),
                            "file",
                            record.fileName()));
        }
    }
}
