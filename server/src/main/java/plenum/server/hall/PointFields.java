package plenum.server.hall;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PointId;
import plenum.server.points.ExternalHost;
import plenum.server.points.Grade;
import plenum.server.points.Measured;
import plenum.server.points.PointCommand;
import plenum.server.points.TestLimits;

/** Reads the commands about points. */
final class PointFields {
    private static final int MOST_KBPS = 10_000_000;
    private static final int LONGEST_ROUND_TRIP = 60_000;
    private static final int MOST_PEOPLE = 10_000;
    private static final int MOST_LEADERS = 30;
    private static final int PERMILLE = 1_000;

    private PointFields() {}

    static PointCommand test(Fields in) {
        return new PointCommand.TestPoint(
                point(in),
                new Measured(
                        in.word("camera", Measured.Device.class),
                        in.word("microphone", Measured.Device.class),
                        in.word("loudspeaker", Measured.Device.class),
                        in.number("upKbps", 0, MOST_KBPS),
                        in.number("downKbps", 0, MOST_KBPS),
                        in.number("roundTripMs", 0, LONGEST_ROUND_TRIP),
                        in.number("lossPermille", 0, PERMILLE)));
    }

    static PointCommand accept(Fields in) {
        return new PointCommand.AcceptPoint(point(in), in.word("grade", Grade.class), in.text("note", 3, 300));
    }

    static PointCommand report(Fields in) {
        return new PointCommand.ReportPoint(
                point(in), in.number("present", 0, MOST_PEOPLE), in.texts("leaders", MOST_LEADERS, 1, 100));
    }

    static PointCommand requireTest(Fields in) {
        return new PointCommand.RequireTest(in.flag("on"), in.innerOrNone("limits", PointFields::limits));
    }

    private static TestLimits limits(Fields in) {
        return new TestLimits(
                in.number("greenKbps", 0, MOST_KBPS),
                in.number("amberKbps", 0, MOST_KBPS),
                in.number("greenRoundTripMs", 0, LONGEST_ROUND_TRIP),
                in.number("amberRoundTripMs", 0, LONGEST_ROUND_TRIP),
                in.number("greenLossPermille", 0, PERMILLE),
                in.number("amberLossPermille", 0, PERMILLE));
    }

    static PointCommand host(Fields in) {
        return new PointCommand.SetHost(in.innerOrNone("external", PointFields::external));
    }

    private static ExternalHost external(Fields in) {
        return new ExternalHost(in.text("host", 1, 200), link(in), in.textOrNone("note", 1, 500));
    }

    private static @Nullable String link(Fields in) {
        var link = in.textOrNone("link", 9, 500);
        if (link != null && !link.startsWith("https://")) {
            throw HallProblem.BAD_COMMAND.refusal("data.external.link does not begin with https://");
        }
        return link;
    }

    static PointId point(Fields in) {
        return in.id("pointId", PointId::new);
    }
}
