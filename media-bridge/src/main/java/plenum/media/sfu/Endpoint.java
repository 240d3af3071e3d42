package plenum.media.sfu;

import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Offer;
import plenum.media.dtls.Fingerprint;
import plenum.media.sdp.Answer;
import plenum.media.sdp.AnswerText;
import plenum.media.sdp.OfferText;

/**
 * One participant's connection to a conference: what it sends, what it gets, and the line between. Media thread only.
 */
final class Endpoint implements Line.Listener {
    private final ConferenceId conference;
    private final EndpointId id;
    private final Shared shared;
    private final Line line;
    private final Downlink downlink;
    private final Uplink uplink;
    private final Slots slots;
    private final Reports reports;
    private final LineMeter meter;
    private long downSinceNs;

    Endpoint(
            ConferenceId conference,
            EndpointId id,
            EndpointSpec spec,
            Voices voices,
            Pictures pictures,
            Shared shared,
            long nowNs) {
        this.conference = conference;
        this.id = id;
        this.shared = shared;
        int ssrc = shared.ssrc();
        line = new Line(shared, this);
        downlink = new Downlink(line, shared.scratch());
        var feedback = new Feedback(line, shared.scratch(), ssrc);
        uplink = new Uplink(conference, id, spec.permission(), voices, pictures, feedback, shared.announcer());
        slots = new Slots(id, spec, voices, pictures, downlink, shared::ssrc);
        reports = new Reports(line, uplink, downlink, slots, shared.clock(), ssrc, nowNs);
        meter = new LineMeter(nowNs);
        downSinceNs = nowNs;
    }

    Offer offer() {
        return new Offer(OfferText.of(
                shared.random().nextLong() >>> 1, line.description(), shared.candidates(), slots.offered()));
    }

    void answer(String sdp) {
        Answer answer = AnswerText.parse(sdp);
        if (answer == null || !answer.answers(OfferText.mids(slots.offered()))) {
            throw new BridgeException(BridgeException.Kind.MALFORMED, "not an answer to the offer");
        }
        Fingerprint fingerprint = Fingerprint.parse(answer.transport().fingerprint());
        if (fingerprint == null) {
            throw new BridgeException(BridgeException.Kind.MALFORMED, "fingerprint");
        }
        answer.media().forEach(uplink::told);
        answer.media().forEach(slots::told);
        line.answer(answer.transport(), fingerprint);
    }

    EndpointId id() {
        return id;
    }

    Line line() {
        return line;
    }

    Uplink uplink() {
        return uplink;
    }

    Slots slots() {
        return slots;
    }

    Reports reports() {
        return reports;
    }

    @Override
    public void up(long nowNs) {
        shared.tell(new BridgeEvent.Connected(conference, id));
    }

    @Override
    public void down(long nowNs) {
        downSinceNs = nowNs;
        shared.tell(new BridgeEvent.Disconnected(conference, id));
    }

    @Override
    public void moved() {
        downlink.bandwidth().pathChanged();
    }

    /** Whether it has been without a connection for too long. */
    boolean expired(long nowNs) {
        return !line.up() && nowNs - downSinceNs >= shared.expiryNs();
    }

    void tick(long nowNs) {
        if (slots.takeChanged()) {
            shared.tell(new BridgeEvent.SourcesMapped(conference, id, slots.mappings()));
        }
        if (line.up()) {
            uplink.tick(reports.roundTripNs(), nowNs);
            reports.tick(nowNs);
        }
        if (line.up() && meter.due(nowNs)) {
            var quality = meter.take(uplink, downlink, reports.roundTripNs(), nowNs);
            shared.tell(new BridgeEvent.Quality(conference, id, quality));
        }
    }

    /** It gets no packet more, and nobody one of it. */
    void close(long nowNs) {
        line.close();
        uplink.close();
        slots.close(nowNs);
    }
}
