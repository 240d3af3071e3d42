package plenum.server.hall;

import org.jspecify.annotations.Nullable;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.kernel.Substitute;

/** Who attends in a member's place: schema SubstituteSeat. */
public record SubstituteView(String personId, String name, String title, Presence presence) {
    static @Nullable SubstituteView of(@Nullable Substitute sent, RollCall call) {
        return sent == null
                ? null
                : new SubstituteView(
                        sent.personId().value(), sent.name(), sent.title(), call.presence(sent.personId()));
    }
}
