package plenum.server.documents;

import java.util.Optional;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.Reach;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Policy;
import plenum.server.kernel.Problem;
import plenum.server.units.PaperOptionsDesk;

/** Holds what is published to the options of the session's unit. */
public final class PaperPolicy implements Policy {
    private final PaperOptionsDesk options;

    public PaperPolicy(PaperOptionsDesk options) {
        this.options = options;
    }

    @Override
    public Optional<Problem> refuses(Hall hall, HallCommand command) {
        return command instanceof HallCommand.OfAgenda agenda
                ? reach(hall, agenda.command()).flatMap(reach -> refuses(hall, reach))
                : Optional.empty();
    }

    /** For whom a paper would be then. */
    private static Optional<Reach> reach(Hall hall, AgendaCommand command) {
        return switch (command) {
            case AgendaCommand.AttachPaper attach -> Optional.of(attach.reach());
            case AgendaCommand.RestrictPaper restrict -> Optional.of(restrict.reach());
            case AgendaCommand.RestorePaper restore ->
                hall.agenda()
                        .recalled(restore.paperId())
                        .map(recalled -> recalled.paper().reach());
            default -> Optional.empty();
        };
    }

    private Optional<Problem> refuses(Hall hall, Reach reach) {
        if (!reach.confidential() && !reach.watermarked()) {
            return Optional.empty();
        }
        var unit = options.of(hall.bodyId());
        if (reach.confidential() && !unit.confidential()) {
            return Optional.of(PaperProblem.CONFIDENTIAL_REFUSED.because("the unit's policy"));
        }
        return reach.watermarked() && !unit.watermark()
                ? Optional.of(PaperProblem.WATERMARK_OFF.because("the unit's option"))
                : Optional.empty();
    }
}
