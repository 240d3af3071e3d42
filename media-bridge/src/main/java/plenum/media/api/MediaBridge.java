package plenum.media.api;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A selective forwarding unit. Thread-safe. Stages complete on any thread; a failed one carries a
 * {@link BridgeException}. Calls for the same conference take effect in the order in which they were made; each may be
 * repeated.
 */
public interface MediaBridge extends AutoCloseable {
    /** Makes a conference; one that exists stays as it is. */
    CompletionStage<Void> openConference(ConferenceId conference);

    /** Ends a conference with all its endpoints; one that does not exist is no error. */
    CompletionStage<Void> closeConference(ConferenceId conference);

    /** Makes an endpoint, in place of an older one of the same id. */
    CompletionStage<Offer> openEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec);

    /** @param sdp the browser's answer to the endpoint's newest offer */
    CompletionStage<Void> answer(ConferenceId conference, EndpointId endpoint, String sdp);

    /** Ends an endpoint: it gets no packet more. One that does not exist is no error. */
    CompletionStage<Void> closeEndpoint(ConferenceId conference, EndpointId endpoint);

    CompletionStage<Void> permit(ConferenceId conference, EndpointId endpoint, Permission permission);

    CompletionStage<Void> constrain(ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints);

    CompletionStage<BridgeStats> stats();

    /** The one listener; events of one conference come in order, on a thread of the bridge: do not block in it. */
    void listen(Consumer<BridgeEvent> listener);

    @Override
    void close();
}
