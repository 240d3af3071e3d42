package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Reach;
import plenum.server.kernel.PersonId;

/** For whom a paper is, and when: schema Reach. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReachView(
        List<String> groups,
        List<String> persons,
        @Nullable Long from,
        @Nullable Long until,
        boolean confidential,
        @Nullable Boolean watermark) {

    static @Nullable ReachView of(Reach reach) {
        if (reach.equals(Reach.EVERYONE)) {
            return null;
        }
        return new ReachView(
                reach.groups(),
                reach.persons().stream().map(PersonId::value).toList(),
                Stamps.of(reach.from()),
                Stamps.of(reach.until()),
                reach.confidential(),
                reach.watermark());
    }
}
