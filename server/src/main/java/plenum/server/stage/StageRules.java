package plenum.server.stage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plenum.server.kernel.Decision;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionEvent;

/** The rules of the stage. */
public final class StageRules {
    private StageRules() {}

    /**
     * What the other parts know.
     *
     * @param several whether more than one may be called to talk
     * @param inRoom who is in the room now
     * @param known who is or was in the room since it was opened
     */
    public record Outside(boolean roomOpen, boolean several, Predicate<PersonId> inRoom, Predicate<PersonId> known) {}

    public static Decision decide(Stage stage, StageCommand command, Outside outside) {
        if (!outside.roomOpen) {
            return Decision.refuse(StageProblem.ROOM_NOT_OPEN, "open the room first");
        }
        return switch (command) {
            case StageCommand.Preview preview -> preview(stage, preview.layout(), outside);
            case StageCommand.Air unused -> air(stage, outside);
            case StageCommand.Show show -> show(stage, show.layout(), outside);
            case StageCommand.Free unused -> free(stage);
            case StageCommand.Call call -> call(stage, call.personId(), outside);
            case StageCommand.Dismiss dismiss -> Decision.accept(leave(stage, dismiss.personId()));
        };
    }

    /** The events that leave nothing of the stage. */
    public static List<SessionEvent> strike(Stage stage) {
        return stage.equals(Stage.NONE) ? List.of() : List.of(new StageEvent.Struck());
    }

    /** The events that take the word from one who is called. */
    public static List<SessionEvent> leave(Stage stage, PersonId person) {
        return stage.called().contains(person) ? List.of(new StageEvent.Dismissed(person)) : List.of();
    }

    /** The events that show large who is given the floor, where there is a layout that does not. */
    public static List<SessionEvent> present(Stage stage, PersonId speaker) {
        return Optional.ofNullable(stage.air())
                .filter(air -> !air.presents(speaker))
                .<List<SessionEvent>>map(air -> List.of(new StageEvent.Aired(air.followingTheFloor())))
                .orElse(List.of());
    }

    private static Decision preview(Stage stage, Layout layout, Outside outside) {
        return layout.equals(stage.preview())
                ? Decision.accept()
                : checked(layout, outside, new StageEvent.Previewed(layout));
    }

    private static Decision air(Stage stage, Outside outside) {
        return stage.preview() == null
                ? Decision.refuse(StageProblem.NOTHING_PREVIEWED, "preview first")
                : checked(stage.preview(), outside, new StageEvent.Aired(stage.preview()));
    }

    private static Decision show(Stage stage, Layout layout, Outside outside) {
        return layout.equals(stage.air()) ? Decision.accept() : checked(layout, outside, new StageEvent.Aired(layout));
    }

    private static Decision checked(Layout layout, Outside outside, StageEvent event) {
        if (!layout.sound()) {
            return Decision.refuse(StageProblem.BAD_LAYOUT, "kind " + layout.kind());
        }
        return absent(layout, outside).map(StageRules::notInRoom).orElseGet(() -> Decision.accept(event));
    }

    private static Decision free(Stage stage) {
        return stage.air() == null && stage.preview() == null
                ? Decision.accept()
                : Decision.accept(new StageEvent.Freed());
    }

    private static Decision call(Stage stage, PersonId person, Outside outside) {
        if (!outside.several) {
            return Decision.refuse(StageProblem.ONE_SPEAKER, "microphones are not CALLED");
        }
        if (stage.called().contains(person)) {
            return Decision.accept();
        }
        return outside.inRoom.test(person) ? Decision.accept(new StageEvent.Called(person)) : notInRoom(person);
    }

    /** A tour goes on without those who are lost for a while; who is shown large must be there. */
    private static Optional<PersonId> absent(Layout layout, Outside outside) {
        var there = switch (layout.kind()) {
            case STAGE, STAGE_PAPER, DIALOGUE -> outside.inRoom;
            case GRID, ROTATION -> outside.known;
        };
        return layout.persons().stream().filter(there.negate()).findFirst();
    }

    private static Decision notInRoom(PersonId person) {
        return Decision.refuse(StageProblem.NOT_IN_ROOM, "person " + person);
    }
}
