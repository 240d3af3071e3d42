package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a unit says of its point over the line; the province's rules decide. People are named, their ids stay here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "wish")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PointWish.Assign.class, name = "assign"),
    @JsonSubTypes.Type(value = PointWish.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = PointWish.Report.class, name = "report")
})
@JsonIgnoreProperties(ignoreUnknown = true)
sealed interface PointWish {
    /** @param technician under which the other server knows this server's person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Assign(
            String technician, String name, @Nullable String phone, List<SharedSession.Sent> attendees, int expected)
            implements PointWish {
        public Assign {
            attendees = List.copyOf(attendees);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Refuse(String reason) implements PointWish {}

    /**
     * A roll call of a point.
     *
     * @param technician who has counted
     * @param sittingId that was open then, or the next: a roll that waited for the line is not one of another sitting
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Report(String technician, String name, String sittingId, int present, List<String> leaders)
            implements PointWish {
        public Report {
            leaders = List.copyOf(leaders);
        }
    }
}
