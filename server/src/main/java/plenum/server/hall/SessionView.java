package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyKind;
import plenum.server.kernel.SessionId;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.Sittings;

/** The session's own facts as shown: schema SessionView. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionView(
        String sessionId,
        String bodyId,
        String bodyName,
        String unitId,
        String unitName,
        String title,
        int number,
        SessionKind kind,
        BodyKind bodyKind,
        SessionState state,
        List<SittingView> sittings,
        @Nullable String openSittingId,
        @Nullable Long publishedAt,
        RuleSetView rules) {

    public static SessionView of(SessionId session, Sittings sittings) {
        return new SessionView(
                session.value(),
                sittings.bodyId().value(),
                sittings.bodyName(),
                sittings.unitId().value(),
                sittings.unitName(),
                sittings.title(),
                sittings.number(),
                sittings.kind(),
                sittings.bodyKind(),
                sittings.state(),
                sittings.sittings().stream().map(SittingView::of).toList(),
                sittings.open().map(open -> open.sittingId().value()).orElse(null),
                Stamps.of(sittings.publishedAt()),
                RuleSetView.of(sittings.rules()));
    }
}
