package plenum.server.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has the session's papers on a tablet: schema PackReadiness. */
record Readiness(List<OfPerson> people) {

    /**
     * @param papers that the person may keep on a tablet now
     * @param ready one of the devices has all of them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfPerson(
            String personId,
            String name,
            @Nullable String group,
            @Nullable String seat,
            int papers,
            boolean ready,
            List<OfDevice> devices) {}

    /**
     * @param held how many of the person's papers are there
     * @param missing titles of the others, in the order of the agenda
     * @param at of the last word about this session; absent: none yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfDevice(
            String deviceId,
            String name,
            int held,
            long bytes,
            List<String> missing,
            Instant seenAt,
            @Nullable Instant at) {}
}
