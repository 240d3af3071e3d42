package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Substitute;

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

    static SpeakerView of(Hall hall, PersonId person, Instant since, @Nullable Instant until) {
        var member = hall.roster().find(person);
        var substitute = member.isPresent() ? Optional.<Substitute>empty() : hall.substitute(person);
        return new SpeakerView(
                person.value(),
                substitute.map(Substitute::named).orElseGet(() -> hall.roster().nameOf(person)),
                member.map(Member::title)
                        .or(() -> substitute.map(Substitute::title))
                        .orElse(""),
                member.map(Member::group).orElse(""),
                since.toEpochMilli(),
                Stamps.of(until));
    }
}
