package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.floor.Hand;
import plenum.server.floor.Speech;
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

    static SpeakerView of(Hall hall, Hand hand) {
        return of(hall, hand.personId(), hand.name(), hand.since(), null);
    }

    static SpeakerView of(Hall hall, Speech speech) {
        return of(hall, speech.personId(), speech.name(), speech.since(), speech.until());
    }

    private static SpeakerView of(
            Hall hall, PersonId person, @Nullable String visitor, Instant since, @Nullable Instant until) {
        var member = hall.roster().find(person);
        var substitute = member.isPresent() ? Optional.<Substitute>empty() : hall.substitute(person);
        return new SpeakerView(
                person.value(),
                substitute
                        .map(Substitute::named)
                        .orElseGet(() -> visitor == null ? hall.roster().nameOf(person) : visitor),
                member.map(Member::title)
                        .or(() -> substitute.map(Substitute::title))
                        .orElse(""),
                member.map(Member::group).orElse(""),
                since.toEpochMilli(),
                Stamps.of(until));
    }
}
