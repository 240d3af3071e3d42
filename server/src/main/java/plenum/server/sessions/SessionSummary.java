package plenum.server.sessions;

import java.util.List;
import java.util.Set;
import plenum.server.hall.SittingView;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SessionState;

/** A session in a list: schema SessionSummary. @param roles what the asking person is in the body */
public record SessionSummary(
        SessionId sessionId,
        BodyId bodyId,
        String bodyName,
        UnitId unitId,
        String unitName,
        String title,
        int number,
        SessionKind kind,
        SessionState state,
        List<SittingView> sittings,
        List<Role> roles) {

    static SessionSummary of(SessionRow row, Set<Role> roles) {
        return new SessionSummary(
                row.sessionId(),
                row.bodyId(),
                row.bodyName(),
                row.unitId(),
                row.unitName(),
                row.title(),
                row.number(),
                row.kind(),
                row.state(),
                row.sittings(),
                roles.stream().sorted().toList());
    }
}
