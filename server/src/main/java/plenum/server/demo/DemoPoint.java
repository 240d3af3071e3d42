package plenum.server.demo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.UnitId;

/**
 * A unit's point in the demo's online conference.
 *
 * @param technician null where the unit has not answered, or does not come
 * @param phone the point's telephone, empty without a technician
 * @param trial absent where it was not tried yet
 * @param refusal why the unit does not come; empty where it did not say so
 */
public record DemoPoint(
        UnitId unit,
        @Nullable PersonId technician,
        String phone,
        int expected,
        String leader,
        String position,
        Optional<Trial> trial,
        String refusal) {
    /**
     * What the point measured.
     *
     * @param loss permille
     */
    public record Trial(boolean camera, int upKbps, int downKbps, int roundTripMs, int loss) {
        private static Optional<Trial> of(List<String> fields) {
            return fields.get(6).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Trial(
                            fields.get(6).equals("OK"),
                            Integer.parseInt(fields.get(7)),
                            Integer.parseInt(fields.get(8)),
                            Integer.parseInt(fields.get(9)),
                            Integer.parseInt(fields.get(10))));
        }
    }

    static DemoPoint of(List<String> fields) {
        return new DemoPoint(
                new UnitId(fields.get(0)),
                fields.get(1).isEmpty() ? null : new PersonId(fields.get(1)),
                fields.get(2),
                fields.get(3).isEmpty() ? 0 : Integer.parseInt(fields.get(3)),
                fields.get(4),
                fields.get(5),
                Trial.of(fields),
                fields.get(11));
    }
}
