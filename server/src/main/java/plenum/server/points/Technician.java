package plenum.server.points;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/** Who looks after a point: the person that is in the room for it. @param phone the point's hotline */
public record Technician(
        PersonId personId, String name, @Nullable String phone) {}
