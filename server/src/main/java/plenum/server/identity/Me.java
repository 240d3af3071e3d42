package plenum.server.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.UnitId;

/** The schema {@code Me}: who is signed in, and what that person is where. */
public record Me(
        PersonId personId,
        String username,
        String name,
        String title,
        List<InBody> bodies,
        List<InUnit> units,
        boolean systemAdmin) {
    /** What a person is in one unit. */
    public record InUnit(UnitId unitId, String unitName, List<Role> roles) {}

    /** What a person is in one body; group and seat for today's members. */
    public record InBody(
            BodyId bodyId,
            String bodyName,
            UnitId unitId,
            String unitName,
            List<Role> roles,
            @Nullable String group,
            @Nullable String seat) {}
}
