package plenum.media.cascade;

import java.util.Arrays;
import java.util.stream.Stream;
import plenum.media.api.ConferenceId;
import plenum.media.api.EndpointId;

/** What can be said of an endpoint, of which only the newest counts. */
enum Subject {
    PERMITTED,
    WANTED,
    ENDED;

    record Of(ConferenceId conference, EndpointId endpoint, Subject what) {}

    Object of(ConferenceId conference, EndpointId endpoint) {
        return new Of(conference, endpoint, this);
    }

    static Stream<Object> all(ConferenceId conference, EndpointId endpoint) {
        return Arrays.stream(values()).map(subject -> subject.of(conference, endpoint));
    }
}
