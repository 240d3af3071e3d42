package plenum.server.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Paper;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.hall.PaperRights;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.kernel.PaperId;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** Knows who opened which version of a paper. Blocking: plain virtual threads only. */
public final class OpeningDesk {
    /** What is told later than this after it happened was waiting for a network. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Lanes lanes;
    private final PaperDesk papers;
    private final Openings openings;
    private final InstantSource clock;

    public OpeningDesk(Lanes lanes, PaperDesk papers, Openings openings, InstantSource clock) {
        this.lanes = lanes;
        this.papers = papers;
        this.openings = openings;
        this.clock = clock;
    }

    /** How many of those for whom a paper is opened its present version: schema OpeningCount. */
    record Count(String paperId, int version, int opened, int readers) {}

    record Counts(List<Count> papers) {}

    /** A member for whom a paper is; {@code version} 0 and {@code at} 0: not opened yet. Schema Reader. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reader(
            String personId,
            String name,
            String group,
            int version,
            long at,
            @Nullable Long openedAt) {}

    record Readers(List<Reader> readers) {}

    /** A version that oneself opened. */
    record Own(String paperId, int version, long at) {}

    record OwnOpenings(List<Own> papers) {}

    /**
     * Refusal NO_SUCH_PAPER for whatever the actor may not open.
     *
     * @param openedAt by the tablet's clock
     */
    void note(Actor actor, SessionId session, PaperId paper, int version, @Nullable Instant openedAt) {
        var unused = papers.open(actor, session, paper, version);
        var now = clock.instant();
        var late = openedAt != null && openedAt.isBefore(now.minus(LATE)) ? openedAt : null;
        openings.note(new Opening(session, paper, version, actor.person(), now, late));
    }

    /** Also of papers that the person may no longer see: they were seen. */
    OwnOpenings own(Actor actor, SessionId session) {
        return new OwnOpenings(openings.of(session, actor.person()).stream()
                .map(one ->
                        new Own(one.paperId().value(), one.version(), one.at().toEpochMilli()))
                .toList());
    }

    /** In the order of the agenda. */
    Counts counts(SessionId session) {
        var hall = lanes.lane(session).hall();
        var known = openings.of(session).stream()
                .map(one -> key(one.paperId(), one.version(), one.person()))
                .collect(Collectors.toCollection(HashSet::new));
        var now = clock.instant();
        return new Counts(hall.agenda()
                .items()
                .papers()
                .map(paper -> count(hall, paper, known, now))
                .toList());
    }

    private static Count count(Hall hall, Paper paper, Set<String> known, Instant now) {
        var readers = readers(hall, paper, now);
        var opened = readers.stream()
                .filter(member -> known.contains(key(paper.paperId(), paper.version(), member.personId())))
                .count();
        return new Count(paper.paperId().value(), paper.version(), (int) opened, readers.size());
    }

    private static String key(PaperId paper, int version, PersonId person) {
        return paper + ":" + version + ":" + person;
    }

    /** In the order of the roster. Refusal NO_SUCH_PAPER. */
    Readers readers(SessionId session, PaperId id) {
        var hall = lanes.lane(session).hall();
        var paper = hall.agenda().items().find(id).orElseThrow(() -> PaperProblem.NO_SUCH_PAPER.refusal("paper " + id));
        var newest = openings.of(session, id).stream()
                .collect(Collectors.toMap(
                        Opening::person, one -> one, (one, other) -> one.version() > other.version() ? one : other));
        return new Readers(readers(hall, paper, clock.instant()).stream()
                .map(member -> reader(member, newest.get(member.personId())))
                .toList());
    }

    private static Reader reader(Member member, @Nullable Opening opening) {
        return new Reader(
                member.personId().value(),
                member.name(),
                member.group(),
                opening == null ? 0 : opening.version(),
                opening == null ? 0 : opening.at().toEpochMilli(),
                opening == null || opening.openedAt() == null
                        ? null
                        : opening.openedAt().toEpochMilli());
    }

    /** Members who may open the present version, in the order of the roster. */
    private static List<Member> readers(Hall hall, Paper paper, Instant now) {
        var delegate = EnumSet.of(Audience.DELEGATE);
        return hall.roster().members().stream()
                .filter(member -> PaperRights.mayOpen(hall, delegate, member.personId(), paper, paper.version(), now))
                .toList();
    }
}
