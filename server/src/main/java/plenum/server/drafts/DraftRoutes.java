package plenum.server.drafts;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.PaperKind;
import plenum.server.audit.Audit;
import plenum.server.documents.FileAnswer;
import plenum.server.documents.FileIntake;
import plenum.server.documents.FileName;
import plenum.server.documents.OfficeAnswer;
import plenum.server.documents.PaperDesk;
import plenum.server.documents.UploadParts;
import plenum.server.documents.UploadRoutes;
import plenum.server.hall.Lanes;
import plenum.server.hall.PaperView;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.office.OfficeProblem;
import plenum.server.units.UnitDesk;

/** The desk's operations of openapi.yaml. */
public final class DraftRoutes {
    private final DraftDesk drafts;
    private final PaperDesk papers;
    private final Audit audit;
    private final PreparationDesk preparation;
    private final FileIntake files;
    private final UploadRoutes uploads;

    public DraftRoutes(
            Lanes lanes,
            PaperDesk papers,
            UnitDesk units,
            DraftStore store,
            UploadParts parts,
            Audit audit,
            InstantSource clock) {
        var shelf = new DraftShelf(store, audit, clock);
        var offices = new DraftOffices(store, clock);
        this.papers = papers;
        this.audit = audit;
        this.drafts = new DraftDesk(lanes, papers, store, shelf, offices);
        this.preparation = new PreparationDesk(lanes, papers, units, store, shelf, offices, audit, clock);
        this.files = new FileIntake(parts);
        this.uploads = new UploadRoutes(parts);
    }

    public PreparationDesk preparation() {
        return preparation;
    }

    /** The body of assignPreparation. */
    private record Asked(LocalDate due, @Nullable String note) {}

    /** The body of editDraft. */
    private record Facts(
            int revision,
            String title,
            PaperKind kind,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String summary) {}

    /** The body of moveDraft. */
    private record Move(
            DraftStep.Kind step, int revision, @Nullable String reason) {}

    public Map<String, Operation> operations() {
        return Map.ofEntries(
                Map.entry("ownPreparation", request -> preparation.own(request.actor())),
                Map.entry("preparation", request -> preparation.board(session(request))),
                Map.entry("assignPreparation", this::assign),
                Map.entry("dropAssignment", this::dropAssignment),
                Map.entry("publishDraft", this::publish),
                Map.entry("saveDraft", this::save),
                Map.entry("editDraft", this::edit),
                Map.entry("dropDraft", this::drop),
                Map.entry("moveDraft", this::move),
                Map.entry("draftContent", this::content),
                Map.entry("draftOfficeFile", this::officeFile),
                Map.entry("dropDraftOfficeFile", this::dropOfficeFile),
                Map.entry("draftUploadOffset", this::offset),
                Map.entry("draftUploadPart", this::part),
                Map.entry("dropDraftUpload", this::dropUpload));
    }

    private Object assign(Request request) {
        var asked = request.body(Asked.class);
        preparation.assign(
                request.actor(),
                session(request),
                item(request),
                unit(request),
                asked.due(),
                asked.note(),
                request.address());
        return Reply.nothing(204);
    }

    private Object dropAssignment(Request request) {
        preparation.drop(request.actor(), session(request), item(request), unit(request), request.address());
        return Reply.nothing(204);
    }

    private Object publish(Request request) {
        var wish = request.body(Publication.class);
        return Reply.created(PaperView.of(
                preparation.publish(request.actor(), session(request), draft(request), wish, request.address())));
    }

    private Object save(Request request) throws IOException {
        var wish = wish(request);
        return files.taken(
                request, (file, told) -> drafts.view(drafts.save(request.actor(), session(request), wish, file, told)));
    }

    private static DraftWish wish(Request request) {
        return new DraftWish(
                draft(request),
                item(request),
                unit(request),
                FileIntake.facts(request),
                FileName.of(request.text("fileName")),
                request.optional("revision").map(Integer::valueOf).orElse(null),
                FileIntake.announced(request),
                request.address());
    }

    private Object edit(Request request) {
        var given = request.body(Facts.class);
        var facts = new PaperFacts(given.title(), given.kind(), given.number(), given.issuer(), given.summary());
        return drafts.view(drafts.edit(
                request.actor(), session(request), draft(request), given.revision(), facts, request.address()));
    }

    private Object drop(Request request) {
        drafts.drop(
                request.actor(), session(request), draft(request), (int) request.number("revision"), request.address());
        return Reply.nothing(204);
    }

    private Object move(Request request) {
        var move = request.body(Move.class);
        return drafts.view(drafts.move(
                request.actor(),
                session(request),
                draft(request),
                move.step(),
                move.revision(),
                move.reason(),
                request.address()));
    }

    private Object content(Request request) {
        return FileAnswer.of(request, drafts.open(request.actor(), session(request), draft(request)));
    }

    private Object officeFile(Request request) {
        var file = drafts.officeFile(request.actor(), session(request), draft(request), request.text("sha256"));
        var bytes = papers.original(file.sha256())
                .orElseThrow(() -> OfficeProblem.NO_ORIGINAL.refusal("no bytes of " + file.sha256()));
        return OfficeAnswer.of(bytes, file.bytes(), FileName.of(file.fileName()));
    }

    private Object dropOfficeFile(Request request) {
        var sha256 = request.text("sha256");
        drafts.dropOfficeFile(request.actor(), session(request), draft(request), sha256);
        audit.record(
                request.actor().person(),
                request.address(),
                "drafts.office-file-dropped",
                session(request) + " " + draft(request),
                Map.of("sha256", sha256));
        return Reply.nothing(204);
    }

    private Object offset(Request request) throws IOException {
        drafts.permitUpload(request.actor(), session(request));
        return uploads.offset(request);
    }

    private Object part(Request request) throws IOException {
        drafts.permitUpload(request.actor(), session(request));
        return uploads.part(request);
    }

    private Object dropUpload(Request request) throws IOException {
        drafts.permitUpload(request.actor(), session(request));
        return uploads.drop(request);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static PaperId draft(Request request) {
        return new PaperId(request.text("draftId"));
    }

    private static ItemId item(Request request) {
        return new ItemId(request.text("itemId"));
    }

    private static UnitId unit(Request request) {
        return new UnitId(request.text("unitId"));
    }
}
