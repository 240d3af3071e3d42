package plenum.server.hall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plenum.server.kernel.Audience;
import plenum.server.kernel.PersonId;
import plenum.server.voting.Vote;

/** Which parts an audience sees, and which of them a change may have changed. */
final class Changes {
    private static final List<String> FOR_ALL =
            List.of("session", "agenda", "now", "attendance", "floor", "voting", "progress", "ballots");

    private Changes() {}

    static Set<String> all(Audience audience) {
        var names = new LinkedHashSet<>(FOR_ALL);
        if (seesScreen(audience)) {
            names.add("screen");
        }
        names.add("room");
        names.add("stage");
        names.add("points");
        if (seesChat(audience)) {
            names.add("chat");
        }
        names.add("follow");
        if (seesCheckpoints(audience)) {
            names.add("checkpoint");
        }
        return Collections.unmodifiableSet(names);
    }

    static Set<String> of(Hall before, Hall after, Audience audience) {
        var names = new ArrayList<String>();
        var items = before.agenda().items() != after.agenda().items();
        var rules = before.rules() != after.rules();
        var votes = rules || before.voting().votes() != after.voting().votes();
        var boxes = before.voting().boxes() != after.voting().boxes();
        var entries = before.voting().entries() != after.voting().entries();
        add(names, "session", before.sittings() != after.sittings());
        add(
                names,
                "agenda",
                items || before.agenda().recalled() != after.agenda().recalled());
        add(names, "now", before.agenda() != after.agenda());
        add(names, "attendance", attendance(before, after, audience));
        add(names, "floor", before.floor() != after.floor());
        var live = boxes && after.voting().votes().stream().anyMatch(Vote::live);
        add(names, "voting", votes || items || live || ((boxes || entries) && audience == Audience.CONTROL));
        add(names, "progress", votes || boxes);
        add(
                names,
                "ballots",
                rules
                        || polls(before, after, audience)
                        || (items && !after.polls().polls().isEmpty()));
        add(names, "screen", seesScreen(audience) && screen(before, after));
        add(
                names,
                "room",
                before.room() != after.room()
                        || before.recording() != after.recording()
                        || !stage(before).equals(stage(after)));
        add(names, "stage", before.stage() != after.stage() && stageChanged(before, after, audience));
        add(names, "points", points(before, after, audience));
        add(names, "chat", seesChat(audience) && before.chat() != after.chat());
        add(names, "follow", follow(before, after, audience));
        add(names, "checkpoint", seesCheckpoints(audience) && before.checkpoints() != after.checkpoints());
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /** Who takes an electronic ballot is news for a few only. */
    private static boolean polls(Hall before, Hall after, Audience audience) {
        return before.polls() != after.polls()
                && (audience == Audience.CONTROL
                        || !BallotsView.of(before, audience).equals(BallotsView.of(after, audience)));
    }

    /** A preview is news for those who conduct only. */
    private static boolean stageChanged(Hall before, Hall after, Audience audience) {
        return !StageView.of(before, audience).equals(StageView.of(after, audience));
    }

    private static Optional<PersonId> stage(Hall hall) {
        return Optional.ofNullable(hall.onStage());
    }

    private static boolean attendance(Hall before, Hall after, Audience audience) {
        var calls = before.attendance().rollCalls() != after.attendance().rollCalls();
        var receipts = before.attendance().receipts() != after.attendance().receipts();
        return calls || before.sittings() != after.sittings() || (receipts && audience == Audience.CONTROL);
    }

    private static boolean follow(Hall before, Hall after, Audience audience) {
        return (before.follow().last() != null || after.follow().last() != null)
                && !FollowView.of(before, audience).equals(FollowView.of(after, audience));
    }

    /** What tests and rolls say is news for a few only. The roll that is shown is that of the present sitting. */
    private static boolean points(Hall before, Hall after, Audience audience) {
        var sittings = before.sittings() != after.sittings()
                && !after.points().points().isEmpty();
        return PointsView.conducts(audience)
                ? sittings || before.points() != after.points()
                : before.points() != after.points()
                        && !PointsView.of(before, audience).equals(PointsView.of(after, audience));
    }

    private static boolean screen(Hall before, Hall after) {
        var onlyBallots = before.sittings() == after.sittings()
                && before.agenda() == after.agenda()
                && before.attendance() == after.attendance()
                && before.floor() == after.floor()
                && before.voting().votes() == after.voting().votes()
                && before.polls() == after.polls()
                && before.screen() == after.screen();
        return !onlyBallots && !ScreenView.of(before).equals(ScreenView.of(after));
    }

    private static boolean seesScreen(Audience audience) {
        return audience == Audience.CONTROL || audience == Audience.SCREEN;
    }

    /** What people write is not for the wall. */
    private static boolean seesChat(Audience audience) {
        return audience != Audience.SCREEN;
    }

    /** Who can keep them as a witness. */
    private static boolean seesCheckpoints(Audience audience) {
        return audience != Audience.SCREEN;
    }

    private static void add(List<String> names, String name, boolean changed) {
        if (changed) {
            names.add(name);
        }
    }
}
