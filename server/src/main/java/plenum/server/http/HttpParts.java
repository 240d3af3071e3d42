package plenum.server.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import plenum.server.access.SessionPlaces;

/**
 * What the HTTP door needs of the rest of the house.
 *
 * @param operations one for each operationId of openapi.yaml, no more and no less
 * @param ready whether the server can do its work; may block, false or an exception: GET /health/ready says 503
 */
public record HttpParts(
        Map<String, Operation> operations,
        Gatekeeper gatekeeper,
        SessionPlaces places,
        Denials denials,
        Callable<Boolean> ready,
        InstantSource clock) {}
