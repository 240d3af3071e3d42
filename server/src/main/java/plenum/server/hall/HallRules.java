package plenum.server.hall;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.AgendaCommand;
import plenum.server.agenda.AgendaEvent;
import plenum.server.agenda.AgendaRules;
import plenum.server.agenda.Item;
import plenum.server.attendance.AttendanceCommand;
import plenum.server.attendance.AttendanceEvent;
import plenum.server.attendance.AttendanceRules;
import plenum.server.attendance.AttendanceRules.SittingLife;
import plenum.server.attendance.Presence;
import plenum.server.attendance.RollCall;
import plenum.server.checkpoint.CheckpointRules;
import plenum.server.floor.FloorCommand;
import plenum.server.floor.FloorRules;
import plenum.server.kernel.Context;
import plenum.server.kernel.Decision;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;
import plenum.server.kernel.SittingId;
import plenum.server.recording.RecordingRules;
import plenum.server.room.RoomRules;
import plenum.server.screen.ScreenCommand;
import plenum.server.screen.ScreenCommand.ShowScene;
import plenum.server.screen.ScreenRules;
import plenum.server.sitting.SessionState;
import plenum.server.sitting.Sitting;
import plenum.server.sitting.SittingCommand;
import plenum.server.sitting.SittingCommand.OpenSitting;
import plenum.server.sitting.SittingEvent;
import plenum.server.sitting.SittingRules;
import plenum.server.voting.VotingCommand;
import plenum.server.voting.VotingRules;

/** Tells each part's rules what they need to know of the others, and adds what follows for the others. */
public final class HallRules {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private HallRules() {}

    public static Decision decide(Hall hall, HallCommand command, Context context) {
        return switch (command) {
            case HallCommand.OfSitting ofSitting -> sitting(hall, ofSitting.command(), context);
            case HallCommand.OfAttendance ofAttendance -> attendance(hall, ofAttendance.command(), context);
            case HallCommand.OfAgenda ofAgenda -> agenda(hall, ofAgenda.command(), context);
            case HallCommand.OfFloor ofFloor -> floor(hall, ofFloor.command(), context);
            case HallCommand.OfVoting ofVoting -> voting(hall, ofVoting.command(), context);
            case HallCommand.OfPolls ofPolls -> Polling.decide(hall, ofPolls.command(), context);
            case HallCommand.OfScreen ofScreen ->
                ScreenRules.decide(
                        hall.screen(),
                        ofScreen.command(),
                        voteLife(hall, ofScreen.command()),
                        Polling.life(hall, ofScreen.command()));
            case HallCommand.OfStage ofStage -> Staging.decide(hall, ofStage.command());
            case HallCommand.OfRecording ofRecording ->
                RecordingRules.decide(
                        hall.recording(), ofRecording.command(), hall.room().open(), context);
            case HallCommand.OfRoom ofRoom -> Conferring.room(hall, ofRoom.command(), context);
            case HallCommand.OfPoints ofPoints -> Conferring.points(hall, ofPoints.command(), context);
            case HallCommand.OfFollow ofFollow -> Presenting.decide(hall, ofFollow.command(), context);
            case HallCommand.OfCheckpoint ofCheckpoint ->
                CheckpointRules.decide(hall.checkpoints(), ofCheckpoint.command(), hall.seq());
        };
    }

    private static Decision sitting(Hall hall, SittingCommand command, Context context) {
        var decision = SittingRules.decide(hall.sittings(), command, sittingOutside(hall, command), context);
        var ends = decision instanceof Decision.Accepted accepted
                && accepted.events().stream().anyMatch(SittingEvent.SittingEnded.class::isInstance);
        return ends ? before(decision, afterEnd(hall)) : beforeSessionEnd(hall, Rewriting.check(hall, decision));
    }

    private static Decision beforeSessionEnd(Hall hall, Decision decision) {
        var ends = decision instanceof Decision.Accepted accepted
                && accepted.events().stream().anyMatch(SittingEvent.SessionEnded.class::isInstance);
        return ends ? before(decision, Staging.closing(hall)) : decision;
    }

    private static List<SessionEvent> afterEnd(Hall hall) {
        var events = new ArrayList<>(FloorRules.clear(hall.floor()));
        var current = hall.agenda().current();
        if (current != null) {
            events.add(new AgendaEvent.ItemClosed(current));
        }
        events.addAll(RoomRules.stopBroadcast(hall.room()));
        return List.copyOf(events);
    }

    private static SittingRules.Outside sittingOutside(Hall hall, SittingCommand command) {
        var asked = command instanceof OpenSitting open ? open.sittingId() : null;
        return new SittingRules.Outside(
                hall.agenda().items().all().size(),
                bound(hall),
                asked != null && hall.rollCall(asked).state() == RollCall.State.APPROVED,
                asked == null ? 0 : hall.present(asked),
                asked == null ? 0 : hall.quorumNeeded(asked),
                Polling.busy(hall),
                Polling.undeclared(hall));
    }

    private static Set<SittingId> bound(Hall hall) {
        var bound = new HashSet<SittingId>();
        for (var item : hall.agenda().items().all()) {
            if (item.facts().sittingId() != null) {
                bound.add(item.facts().sittingId());
            }
        }
        hall.attendance().rollCalls().forEach((sitting, call) -> {
            if (call.state() != RollCall.State.CLOSED) {
                bound.add(sitting);
            }
        });
        return bound;
    }

    private static Decision attendance(Hall hall, AttendanceCommand command, Context context) {
        var decision = AttendanceRules.decide(
                hall.attendance(), command, attendanceOutside(hall, sittingOf(command)), context);
        return decision instanceof Decision.Accepted accepted
                        && !accepted.events().isEmpty()
                ? after(decision, departure(hall, accepted.events().getFirst()))
                : decision;
    }

    private static List<SessionEvent> departure(Hall hall, SessionEvent event) {
        var leaves = event instanceof AttendanceEvent.Marked marked
                && marked.presence() != Presence.PRESENT
                && hall.sittings()
                        .open()
                        .filter(sitting -> sitting.sittingId().equals(marked.sittingId()))
                        .isPresent();
        return leaves ? FloorRules.leave(hall.floor(), ((AttendanceEvent.Marked) event).personId()) : List.of();
    }

    private static @Nullable SittingId sittingOf(AttendanceCommand command) {
        return switch (command) {
            case AttendanceCommand.Acknowledge unused -> null;
            case AttendanceCommand.AnswerInvitation answer -> answer.sittingId();
            case AttendanceCommand.OpenRollCall openRollCall -> openRollCall.sittingId();
            case AttendanceCommand.RenewCode renewCode -> renewCode.sittingId();
            case AttendanceCommand.CheckIn checkIn -> checkIn.sittingId();
            case AttendanceCommand.MarkPresence mark -> mark.sittingId();
            case AttendanceCommand.SendSubstitute send -> send.sittingId();
            case AttendanceCommand.RecallSubstitute recall -> recall.sittingId();
            case AttendanceCommand.ApproveRollCall approveRollCall -> approveRollCall.sittingId();
        };
    }

    private static AttendanceRules.Outside attendanceOutside(Hall hall, @Nullable SittingId asked) {
        var sittings = hall.sittings();
        var life = asked == null
                ? SittingLife.NONE
                : sittings.find(asked).map(HallRules::life).orElse(SittingLife.NONE);
        var anotherBusy = sittings.sittings().stream()
                .filter(sitting -> !sitting.sittingId().equals(asked))
                .anyMatch(sitting -> busy(hall, sitting));
        return new AttendanceRules.Outside(
                sittings.publishedAt() != null,
                sittings.state() == SessionState.ENDED,
                hall.roster(),
                life,
                anotherBusy,
                sittings.bodyKind());
    }

    private static boolean busy(Hall hall, Sitting sitting) {
        return switch (sitting.state()) {
            case OPEN -> true;
            case PLANNED -> hall.rollCall(sitting.sittingId()).state() == RollCall.State.OPEN;
            case ENDED -> false;
        };
    }

    private static SittingLife life(Sitting sitting) {
        return switch (sitting.state()) {
            case PLANNED -> SittingLife.PLANNED;
            case OPEN -> SittingLife.OPEN;
            case ENDED -> SittingLife.ENDED;
        };
    }

    /** What is taken away is no longer presented. */
    private static Decision agenda(Hall hall, AgendaCommand command, Context context) {
        var decision = AgendaRules.decide(hall.agenda(), command, agendaOutside(hall, context));
        return decision instanceof Decision.Accepted accepted
                ? after(decision, Presenting.ends(hall, accepted.events()))
                : decision;
    }

    private static AgendaRules.Outside agendaOutside(Hall hall, Context context) {
        return new AgendaRules.Outside(
                hall.sittings().state() != SessionState.DRAFT,
                hall.sittings().state() == SessionState.RUNNING,
                hall.sittings().state() == SessionState.ENDED,
                sittingOpen(hall),
                Polling.busy(hall),
                hall.sittings().sittings().stream().map(Sitting::sittingId).collect(Collectors.toSet()),
                Polling.decidedItems(hall),
                hall.roster(),
                context.now());
    }

    /** Who is given the floor can be heard in the room and is shown to all. */
    private static Decision floor(Hall hall, FloorCommand command, Context context) {
        var outside =
                new FloorRules.Outside(sittingOpen(hall), hall::maySpeak, person -> Staging.visitor(hall, person));
        var decision = FloorRules.decide(hall.floor(), command, outside, context);
        return command instanceof FloorCommand.GrantFloor grant
                ? after(decision, Staging.granted(hall, grant.personId()))
                : decision;
    }

    private static Decision voting(Hall hall, VotingCommand command, Context context) {
        var outside = new VotingRules.Outside(
                hall.sittings().state() == SessionState.ENDED,
                sittingOpen(hall),
                Polling.busy(hall),
                LocalDate.ofInstant(context.now(), VIETNAM),
                hall.agenda().current(),
                () -> items(hall),
                () -> hall.agenda().items().hidden(),
                () -> presentNow(hall),
                hall::substitutesPresent,
                hall.roster()::presides,
                () -> Conferring.voters(hall.points()),
                hall.rules());
        return VotingRules.decide(hall.voting(), command, outside, context);
    }

    private static Set<ItemId> items(Hall hall) {
        return hall.agenda().items().all().stream().map(Item::itemId).collect(Collectors.toSet());
    }

    private static List<PersonId> presentNow(Hall hall) {
        return hall.roster().members().stream()
                .map(Member::personId)
                .filter(hall::present)
                .toList();
    }

    private static ScreenRules.VoteLife voteLife(Hall hall, ScreenCommand command) {
        var asked = command instanceof ShowScene show ? show.voteId() : null;
        if (asked == null) {
            return ScreenRules.VoteLife.NONE;
        }
        return hall.voting()
                .find(asked)
                .map(vote -> switch (vote.state()) {
                    case PREPARED, WITHDRAWN, OPEN, VOIDED -> ScreenRules.VoteLife.WITHOUT_RESULT;
                    case CLOSED, DECLARED -> ScreenRules.VoteLife.WITH_RESULT;
                })
                .orElse(ScreenRules.VoteLife.NONE);
    }

    private static boolean sittingOpen(Hall hall) {
        return hall.sittings().open().isPresent();
    }

    private static Decision before(Decision decision, List<SessionEvent> first) {
        return decision instanceof Decision.Accepted accepted ? joined(first, accepted.events()) : decision;
    }

    private static Decision after(Decision decision, List<SessionEvent> then) {
        return decision instanceof Decision.Accepted accepted ? joined(accepted.events(), then) : decision;
    }

    private static Decision joined(List<SessionEvent> first, List<SessionEvent> then) {
        return Decision.accept(Stream.concat(first.stream(), then.stream()).toList());
    }
}
