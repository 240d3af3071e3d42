package plenum.media.cascade;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.ConferenceId;
import plenum.media.link.LinkTicket;

/**
 * The link of a bridge to the one above, for one conference. The bridges dial anew by themselves when the line was cut;
 * it takes a new ticket when one of them cannot have the old one any more. Cascade's thread only.
 */
final class Uplink {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    /** Every so many looks the lower end is asked whether it hears the upper one. */
    private static final int WATCH = 4;

    /** So many times it does not, and a new ticket is tried. */
    private static final int DARK = 3;

    private final ConferenceId conference;
    private final Node lower;
    private final Node upper;
    private int dials; // number of the newest
    private boolean dialling;
    private boolean dialled;
    private boolean looking;
    private int looks;
    private int dark;
    private boolean closed;

    Uplink(ConferenceId conference, Node lower, Node upper) {
        this.conference = conference;
        this.lower = lower;
        this.upper = upper;
    }

    Node upper() {
        return upper;
    }

    /** With a new ticket. */
    void dial() {
        int number = ++dials;
        dialling = true;
        dialled = false;
        dark = 0;
        prepare(upper);
        prepare(lower);
        var unused = upper.ask(bridge -> bridge.openLink(conference, lower.region()))
                .thenCompose(ticket -> dial(number, ticket))
                .whenComplete((done, failure) -> dialled(number, failure));
    }

    private void prepare(Node node) {
        node.forget(new Below(conference, lower));
        var unused = node.ask(bridge -> bridge.openConference(conference));
    }

    private CompletionStage<Void> dial(int number, LinkTicket ticket) {
        return closed || number != dials
                ? Asking.same(null)
                : lower.ask(bridge -> bridge.dialLink(conference, Spread.ABOVE, ticket));
    }

    private void dialled(int number, @Nullable Throwable failure) {
        if (number != dials) return;
        dialling = false;
        dialled = failure == null;
        if (failure != null) LOG.warn("no link from {} to {}: {}", lower, upper, failure.getMessage());
    }

    /** Tries again what failed, and notices a link that stays dark. */
    void look() {
        if (dialling || looking || !lower.ready() || !upper.ready()) return;
        if (!dialled || dark >= DARK) dial();
        else if (++looks % WATCH == 0) watch();
    }

    private void watch() {
        looking = true;
        int number = dials;
        var unused = lower.ask(bridge -> bridge.linkStats(conference, Spread.ABOVE))
                .whenComplete((stats, failure) -> {
                    looking = false;
                    if (number == dials) dark = failure == null && stats.up() ? 0 : dark + 1;
                });
    }

    void closeLower() {
        closed = true;
        var unused = lower.tell(new Below(conference, lower), bridge -> bridge.closeLink(conference, Spread.ABOVE));
    }

    void closeUpper() {
        closed = true;
        var unused = upper.tell(new Below(conference, lower), bridge -> bridge.closeLink(conference, lower.region()));
    }

    /** What is said to one bridge about the link of another one, or its own. */
    private record Below(ConferenceId conference, Node lower) {}
}
