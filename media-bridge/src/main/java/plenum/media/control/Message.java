package plenum.media.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.media.api.BridgeEvent;
import plenum.media.api.BridgeException;

/** What travels on the channel. */
sealed interface Message {

    /** From the server. @param id the server's own number of the call, which the answer carries */
    record Asked(long id, Call call) implements Message {}

    /** From the bridge, in the order in which things came about. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({@JsonSubTypes.Type(Event.class), @JsonSubTypes.Type(Done.class), @JsonSubTypes.Type(Failed.class)})
    sealed interface Told extends Message {}

    record Event(BridgeEvent event) implements Told {}

    /** @param done what the call gives; an empty object when that is nothing */
    record Done(long id, JsonNode done) implements Told {
        static Done of(long id, @Nullable Object value) {
            return new Done(id, Wire.node(value == null ? new Nothing() : value));
        }
    }

    record Nothing() {}

    record Failed(long id, BridgeException.Kind failed, String why) implements Told {
        private static final Logger LOG = LoggerFactory.getLogger(Failed.class);

        static Failed of(long id, Throwable failure) {
            var cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (cause instanceof BridgeException known) {
                return new Failed(id, known.kind(), String.valueOf(known.getMessage()));
            }
            LOG.error("the bridge failed", cause);
            return new Failed(id, BridgeException.Kind.UNAVAILABLE, "the bridge failed: " + cause);
        }

        BridgeException exception() {
            return new BridgeException(failed, why);
        }
    }
}
