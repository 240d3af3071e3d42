package plenum.server.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who has the session's papers on a tablet: schema PackReadiness. */
record Readiness(List<OfPerson> people) {

    /**
     * @param papers that the person may keep on a tablet now
     * @param complete one of the devices has all of them
     * @param ready one of the devices has all of them and opens them without the server
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfPerson(
            String personId,
            String name,
            @Nullable String group,
            @Nullable String seat,
            int papers,
            boolean complete,
            boolean ready,
            List<OfDevice> devices) {}

    /**
     * @param held how many of the person's papers are there
     * @param pin it opens what it holds without the server
     * @param missing titles of the others, in the order of the agenda
     * @param at of the last word about this session; absent: none yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfDevice(
            String deviceId,
            String name,
            int held,
            long bytes,
            boolean pin,
            List<String> missing,
            Instant seenAt,
            @Nullable Instant at) {
        boolean complete() {
            return at != null && missing.isEmpty();
        }
    }
}
