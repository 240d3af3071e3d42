package plenum.server.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;

/**
 * For whom a paper is, and when. Secretary and chair always see it.
 *
 * @param groups groups of delegates; with {@code persons} empty: everyone who sees the session
 * @param from first moment; null: at once
 * @param until first moment when it is over; null: never
 * @param confidential kept by no tablet and shown to no guest
 * @param watermark each reader gets it with the own name on every page; absent: no
 */
public record Reach(
        List<String> groups,
        List<PersonId> persons,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean confidential,
        @Nullable Boolean watermark) {
    public static final Reach EVERYONE = new Reach(List.of(), List.of(), null, null, false);

    public Reach {
        groups = List.copyOf(groups);
        persons = List.copyOf(persons);
        watermark = Boolean.TRUE.equals(watermark) ? watermark : null;
    }

    public Reach(
            List<String> groups,
            List<PersonId> persons,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean confidential) {
        this(groups, persons, from, until, confidential, null);
    }

    /** Whether each reader's name is to stand on every page. */
    public boolean watermarked() {
        return watermark != null;
    }

    /** Whether only named groups or persons may see it. */
    public boolean restricted() {
        return !groups.isEmpty() || !persons.isEmpty();
    }

    /** A guest or any other person who is no member belongs to no group. */
    public boolean admits(Optional<Member> member) {
        return !restricted()
                || member.filter(one -> groups.contains(one.group()) || persons.contains(one.personId()))
                        .isPresent();
    }

    public boolean openAt(Instant now) {
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }

    /** When {@link #openAt} changes next. */
    Optional<Instant> turnsAfter(Instant now) {
        if (from != null && now.isBefore(from)) {
            return Optional.of(from);
        }
        return Optional.ofNullable(until).filter(now::isBefore);
    }
}
