package plenum.server.conference;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.api.ReceiverConstraints;
import plenum.server.live.CloseCode;

/** Makes the bridge's offers to the seats of one conference, again when one leads nowhere. Director's thread only. */
final class Endpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Endpoints.class);
    private static final int TRIES = 5; // for an offer

    /** Who has the seats. */
    interface Keeper {
        /** Whether the seat is still taken. */
        boolean keeps(Seat seat);

        EndpointSpec spec(Seat seat);

        /** A new offer is on its way: nothing holds of what was connected. */
        void begun(Seat seat);

        /** Tells the bridge what the seat gets. */
        void pass(Seat seat);

        /** The bridge has forgotten the conference. */
        void reopen();

        /** The person has to go, and gets no packet more. */
        void dismiss(Seat seat, CloseCode why);
    }

    private final ConferenceId id;
    private final Conference.Parts parts;
    private final Keeper keeper;

    Endpoints(ConferenceId id, Conference.Parts parts, Keeper keeper) {
        this.id = id;
        this.parts = parts;
        this.keeper = keeper;
    }

    void offer(Seat seat) {
        if (!parts.bridge().ready()) return; // when it is, everyone gets an offer
        var n = ++seat.offers;
        seat.making = true;
        seat.offeredMs = parts.clock().millis();
        seat.slots = List.of();
        seat.senders.clear();
        var spec = keeper.spec(seat);
        parts.bridge()
                .ask(
                        bridge -> bridge.openEndpoint(id, seat.endpoint, spec),
                        (offer, failure) -> offered(seat, n, offer, failure));
        seat.constrained = null;
        keeper.begun(seat);
        keeper.pass(seat);
    }

    private void offered(Seat seat, long n, @Nullable Offer offer, @Nullable BridgeException failure) {
        if (!keeper.keeps(seat) || seat.offers != n) return;
        seat.making = false;
        if (offer == null) tryAgain(seat, failure);
        else seat.tell(ServerSays.offer(n, offer.sdp(), parts.turn(seat.endpoint)));
    }

    private void tryAgain(Seat seat, @Nullable BridgeException failure) {
        if (!parts.bridge().ready()) return;
        LOG.warn("no offer for {} in {}: {}", seat.endpoint, id, failure == null ? "" : failure.getMessage());
        if (++seat.failures >= TRIES) {
            keeper.dismiss(seat, CloseCode.NO_MEDIA);
            return;
        }
        if (failure != null && failure.kind() == BridgeException.Kind.UNKNOWN) keeper.reopen();
        var n = seat.offers;
        parts.thread().later(parts.limits().again(), () -> {
            if (keeper.keeps(seat) && seat.offers == n) offer(seat);
        });
    }

    void answer(Seat seat, ClientSays.Answer answer) {
        if (!keeper.keeps(seat) || answer.n() != seat.offers || seat.making) return;
        parts.bridge()
                .ask(
                        bridge -> bridge.answer(id, seat.endpoint, answer.sdp()),
                        (done, failure) -> answered(seat, answer.n(), failure));
    }

    private void answered(Seat seat, long n, @Nullable BridgeException failure) {
        if (failure == null || !keeper.keeps(seat) || seat.offers != n) return;
        if (failure.kind() == BridgeException.Kind.MALFORMED) {
            LOG.warn("an answer that is not acceptable: {}", failure.getMessage());
            keeper.dismiss(seat, CloseCode.MALFORMED);
        } else {
            tryAgain(seat, failure);
        }
    }

    /** At most one offer in the time after which the bridge may be asked again. */
    void renew(Seat seat) {
        if (!keeper.keeps(seat) || seat.making) return;
        var n = seat.offers;
        var pause = seat.offeredMs
                + parts.limits().again().toMillis()
                - parts.clock().millis();
        parts.thread().later(Duration.ofMillis(Math.max(0, pause)), () -> {
            if (keeper.keeps(seat) && seat.offers == n) offer(seat);
        });
    }

    /** Wishes that come too fast are passed on later, the newest only. */
    void want(Seat seat, Wish wish) {
        seat.wish = wish;
        if (seat.wishDue) return;
        seat.wishDue = true;
        keeper.pass(seat);
        parts.thread().later(parts.limits().merge(), () -> {
            seat.wishDue = false;
            if (keeper.keeps(seat)) keeper.pass(seat);
        });
    }

    /** What the seat gets from now on. */
    void constrain(Seat seat, ReceiverConstraints constraints) {
        if (!parts.bridge().ready() || constraints.equals(seat.constrained)) return;
        seat.constrained = constraints;
        parts.bridge()
                .insist(
                        bridge -> bridge.constrain(id, seat.endpoint, constraints),
                        () -> keeper.keeps(seat) && constraints.equals(seat.constrained));
    }
}
