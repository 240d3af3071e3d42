package plenum.media.control;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.concurrent.CompletionStage;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;
import plenum.media.api.EndpointSpec;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.link.LinkTicket;
import plenum.media.link.LinkedBridge;

/** One call of {@link LinkedBridge} as it travels. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Call.OpenConference.class, name = "openConference"),
    @JsonSubTypes.Type(value = Call.CloseConference.class, name = "closeConference"),
    @JsonSubTypes.Type(value = Call.OpenEndpoint.class, name = "openEndpoint"),
    @JsonSubTypes.Type(value = Call.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = Call.CloseEndpoint.class, name = "closeEndpoint"),
    @JsonSubTypes.Type(value = Call.Permit.class, name = "permit"),
    @JsonSubTypes.Type(value = Call.Constrain.class, name = "constrain"),
    @JsonSubTypes.Type(value = Call.Stats.class, name = "stats"),
    @JsonSubTypes.Type(value = Call.OpenLink.class, name = "openLink"),
    @JsonSubTypes.Type(value = Call.DialLink.class, name = "dialLink"),
    @JsonSubTypes.Type(value = Call.CloseLink.class, name = "closeLink"),
    @JsonSubTypes.Type(value = Call.StatsOfLink.class, name = "linkStats"),
})
sealed interface Call {
    CompletionStage<?> on(LinkedBridge bridge);

    record OpenConference(ConferenceId conference) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.openConference(conference);
        }
    }

    record CloseConference(ConferenceId conference) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.closeConference(conference);
        }
    }

    record OpenEndpoint(ConferenceId conference, EndpointId endpoint, EndpointSpec spec) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.openEndpoint(conference, endpoint, spec);
        }
    }

    record Answer(ConferenceId conference, EndpointId endpoint, String sdp) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.answer(conference, endpoint, sdp);
        }
    }

    record CloseEndpoint(ConferenceId conference, EndpointId endpoint) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.closeEndpoint(conference, endpoint);
        }
    }

    record Permit(ConferenceId conference, EndpointId endpoint, Permission permission) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.permit(conference, endpoint, permission);
        }
    }

    record Constrain(ConferenceId conference, EndpointId endpoint, ReceiverConstraints constraints) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.constrain(conference, endpoint, constraints);
        }
    }

    record Stats() implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.stats();
        }
    }

    record OpenLink(ConferenceId conference, String link) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.openLink(conference, link);
        }
    }

    record DialLink(ConferenceId conference, String link, LinkTicket ticket) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.dialLink(conference, link, ticket);
        }
    }

    record CloseLink(ConferenceId conference, String link) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.closeLink(conference, link);
        }
    }

    record StatsOfLink(ConferenceId conference, String link) implements Call {
        @Override
        public CompletionStage<?> on(LinkedBridge bridge) {
            return bridge.linkStats(conference, link);
        }
    }
}
