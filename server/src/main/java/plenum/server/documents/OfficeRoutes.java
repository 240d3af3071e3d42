package plenum.server.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.PaperFacts;
import plenum.server.agenda.Reach;
import plenum.server.audit.Audit;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.SessionId;
import plenum.server.office.OfficeProblem;

/** Gives out the office files that papers were made of, to the secretary; those that became no paper may be dropped. */
public final class OfficeRoutes {
    private final Intake intake;
    private final Audit audit;

    public OfficeRoutes(Intake intake, Audit audit) {
        this.intake = intake;
        this.audit = audit;
    }

    public Map<String, Operation> operations() {
        return Map.of("officeFiles", this::all, "officeFile", this::content, "dropOfficeFile", this::drop);
    }

    /** The schema OfficeFileView. */
    private record View(
            String paperId,
            String itemId,
            int version,
            String fileName,
            long bytes,
            long at,
            boolean attached,
            @Nullable String problem,
            @Nullable PaperFacts facts,
            @Nullable Reach reach) {
        static View of(OfficeFile file) {
            return new View(
                    file.paperId().value(),
                    file.itemId().value(),
                    file.version(),
                    file.fileName(),
                    file.bytes(),
                    file.at().toEpochMilli(),
                    file.attached(),
                    file.problem(),
                    file.facts(),
                    file.reach());
        }
    }

    /** The schema OfficeFileList. */
    private record Views(List<View> files) {}

    private Object all(Request request) {
        return new Views(
                intake.officeFiles(session(request)).stream().map(View::of).toList());
    }

    private Object content(Request request) {
        var file = intake.officeFile(session(request), paper(request), version(request))
                .orElseThrow(OfficeRoutes::none);
        var bytes = intake.bytes(file).orElseThrow(OfficeRoutes::none);
        return OfficeAnswer.of(bytes, file.bytes(), FileName.of(file.fileName()));
    }

    private Object drop(Request request) {
        if (!intake.drop(session(request), paper(request), version(request))) {
            throw none();
        }
        audit.record(
                request.actor().person(),
                request.address(),
                "papers.office-file-dropped",
                session(request) + " " + paper(request),
                Map.of("version", Integer.toString(version(request))));
        return Reply.nothing(204);
    }

    private static RuntimeException none() {
        return OfficeProblem.NO_ORIGINAL.refusal("no such office file");
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }

    private static PaperId paper(Request request) {
        return new PaperId(request.text("paperId"));
    }

    private static int version(Request request) {
        return (int) request.number("version");
    }
}
