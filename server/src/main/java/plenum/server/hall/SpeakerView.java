package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Roster;

/**
 * Someone who speaks or waits to: schema Speaker.
 *
 * @param until end of the speaking time; absent for one who waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpeakerView(
        String personId,
        String name,
        String title,
        String group,
        long since,
        @Nullable Long until) {

    static SpeakerView of(Roster roster, PersonId person, Instant since, @Nullable Instant until) {
        var member = roster.find(person);
        return new SpeakerView(
                person.value(),
                roster.nameOf(person),
                member.map(Member::title).orElse(""),
                member.map(Member::group).orElse(""),
                since.toEpochMilli(),
                Stamps.of(until));
    }
}
