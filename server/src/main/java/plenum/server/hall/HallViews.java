package plenum.server.hall;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.ballots.PollEvent;
import plenum.server.floor.Floor;
import plenum.server.floor.FloorEvent;
import plenum.server.floor.Hand;
import plenum.server.journal.JournalLine;
import plenum.server.kernel.Audience;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;
import plenum.server.kernel.Substitute;
import plenum.server.room.RoomEvent;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.SittingEvent;
import plenum.server.voting.VotingEvent;

/** What each audience and each person may see of a session; nothing else ever leaves the server. */
public final class HallViews {
    private HallViews() {}

    /** Part name to value, in the order of protocol.md; empty when this audience must not know the session. */
    public static Map<String, Object> parts(Hall hall, Audience audience) {
        var parts = new LinkedHashMap<String, Object>();
        if (!knows(hall, audience)) {
            return parts;
        }
        Changes.all(audience).forEach(name -> parts.put(name, part(hall, audience, name)));
        return parts;
    }

    /** One of {@link #parts}; its name must be one of theirs. */
    public static Object part(Hall hall, Audience audience, String name) {
        return switch (name) {
            case "session" -> SessionView.of(hall.session(), hall.sittings());
            case "agenda" -> AgendaView.of(hall.agenda(), audience);
            case "now" -> NowView.of(hall.agenda(), audience);
            case "attendance" -> AttendanceView.of(hall, audience);
            case "floor" -> FloorView.of(hall, audience);
            case "voting" -> VotingView.of(hall, audience);
            case "progress" -> ProgressView.of(hall.voting());
            case "ballots" -> BallotsView.of(hall, audience);
            case "screen" -> ScreenView.of(hall);
            case "room" -> RoomView.of(hall, audience);
            case "stage" -> StageView.of(hall, audience);
            case "chat" -> ChatView.of(hall.chat());
            case "points" -> PointsView.of(hall, audience);
            case "follow" -> FollowView.of(hall, audience);
            case "checkpoint" -> CheckpointView.of(hall.checkpoints());
            default -> throw new IllegalArgumentException("no part " + name);
        };
    }

    /** Names of the parts whose value for the audience may differ; compares part states by identity. */
    public static Set<String> changed(Hall before, Hall after, Audience audience) {
        if (!knows(after, audience)) {
            return Set.of();
        }
        return knows(before, audience) ? Changes.of(before, after, audience) : Changes.all(audience);
    }

    /**
     * A journal's line as a reader may see it: no choice of a ballot before its vote is closed, nor when it never was;
     * no teller's count before another's is the same.
     */
    public static JournalLine line(Hall hall, JournalLine line) {
        return JournalSecrecy.kept(hall, line);
    }

    public static MeView me(Hall hall, PersonId person) {
        return MeView.of(hall, person);
    }

    /** People whose {@link MeView} may differ. */
    public static Set<PersonId> touched(Committed committed) {
        var people = new LinkedHashSet<>(OwnPaper.changed(committed.before(), committed.after()));
        people.addAll(OwnPage.changed(committed.before(), committed.after()));
        people.addAll(moved(committed.before().floor(), committed.after().floor()));
        people.addAll(OwnPoint.changed(committed.before(), committed.after()));
        for (var entry : committed.entries()) {
            if (touchesMembers(entry.event())) {
                committed.after().roster().members().stream()
                        .map(Member::personId)
                        .forEach(people::add);
                people.addAll(committed.after().substitutes());
            }
            if (entry.event() instanceof VotingEvent voting) {
                people.addAll(answering(voting, committed.after()));
            }
            touch(entry.event(), committed.before(), people);
            if (entry.event() instanceof PollEvent poll) {
                people.addAll(OwnCount.touched(poll, committed.before(), committed.after()));
                people.addAll(OwnSecret.touched(poll, committed.after()));
            }
        }
        committed
                .after()
                .attendance()
                .rollCalls()
                .values()
                .forEach(call -> call.substitutes().forEach((member, sent) -> {
                    if (people.contains(sent.personId())) {
                        people.add(member);
                    }
                }));
        return people;
    }

    /** Who answers for a unit: a ballot of one of them is that of the others too. */
    private static List<PersonId> answering(VotingEvent event, Hall hall) {
        return hall.voting().find(event.voteId()).stream()
                .flatMap(vote -> Stream.ofNullable(vote.opening()))
                .flatMap(opening -> opening.units().stream())
                .filter(unit -> !(event instanceof VotingEvent.BallotCast cast)
                        || cast.personId().equals(unit.seat()))
                .flatMap(unit -> unit.people().stream())
                .toList();
    }

    /** Who waits to speak at another place than before, or begins or ceases to wait. */
    private static List<PersonId> moved(Floor before, Floor after) {
        if (before == after) return List.of();
        return Stream.concat(before.queue().stream(), after.queue().stream())
                .map(Hand::personId)
                .filter(person -> before.placeOf(person) != after.placeOf(person))
                .toList();
    }

    /** People who were invited to a point and are not any more. */
    public static Collection<PersonId> uninvited(Hall before, Hall after) {
        return before.points() == after.points() ? List.of() : Conferring.lost(before.points(), after.points());
    }

    static boolean knows(Hall hall, Audience audience) {
        return audience == Audience.CONTROL || hall.sittings().state() != SessionState.DRAFT;
    }

    private static boolean touchesMembers(SessionEvent event) {
        return event instanceof SittingEvent.SessionPublished
                || event instanceof SittingEvent.SittingPlanned
                || event instanceof SittingEvent.SittingChanged
                || event instanceof SittingEvent.SittingDropped
                || event instanceof SittingEvent.RulesTaken
                || event instanceof VotingEvent.Opened;
    }

    /** Also whom the member sent before. */
    private static void touchSeat(Substitute sent, SittingId sitting, Hall before, Set<PersonId> people) {
        people.add(sent.personId());
        touchSeat(new AttendanceEvent.SubstituteRecalled(sitting, sent.insteadOf()), before, people);
    }

    private static void touchSeat(AttendanceEvent.SubstituteRecalled seat, Hall before, Set<PersonId> people) {
        people.add(seat.personId());
        var sent = before.rollCall(seat.sittingId()).substitutes().get(seat.personId());
        if (sent != null) {
            people.add(sent.personId());
        }
    }

    private static void touch(SessionEvent event, Hall before, Set<PersonId> people) {
        switch (event) {
            case AttendanceEvent.Acknowledged acknowledged -> people.add(acknowledged.personId());
            case AttendanceEvent.Answered answered -> people.add(answered.personId());
            case AttendanceEvent.CheckedIn checkedIn -> people.add(checkedIn.personId());
            case AttendanceEvent.Marked marked -> people.add(marked.personId());
            case AttendanceEvent.SubstituteSent sent -> touchSeat(sent.substitute(), sent.sittingId(), before, people);
            case AttendanceEvent.SubstituteRecalled recalled -> touchSeat(recalled, before, people);
            case AttendanceEvent.Approved approved -> people.addAll(approved.present());
            case FloorEvent.Granted granted -> people.add(granted.personId());
            case FloorEvent.SpeechEnded speechEnded -> people.add(speechEnded.personId());
            case VotingEvent.BallotCast cast -> people.add(cast.personId());
            case VotingEvent.Entered entered -> people.add(entered.personId());
            case VotingEvent.Countersigned signed -> people.add(signed.personId());
            case VotingEvent.EntryEnded ended -> people.add(ended.personId());
            case VotingEvent.Voided voided ->
                people.addAll(before.voting().entries(voided.voteId()).keySet());
            case RoomEvent room -> people.addAll(RoomTouch.of(room, before.room()));
            default -> {}
        }
    }
}
