package plenum.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import plenum.server.access.Access;
import plenum.server.access.AccessProblem;
import plenum.server.access.SessionPlaces;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Throttled;

/** Decides whether a request may reach its operation: who asks, how often, with which right. */
final class Guard {
    /**
     * Operations whose body or unit stands in the JSON body or behind a person: the desk asks {@link Access} itself.
     */
    private static final Set<String> DESK_DECIDES =
            Set.of("prepareSession", "disablePerson", "paperOptions", "setPaperOptions", "unitBodies");

    private final Gatekeeper gatekeeper;
    private final SessionPlaces places;
    private final Denials denials;
    private final TokenBuckets addresses;
    private final TokenBuckets people;

    Guard(Gatekeeper gatekeeper, SessionPlaces places, Denials denials, HttpSettings settings, InstantSource clock) {
        this.gatekeeper = gatekeeper;
        this.places = places;
        this.denials = denials;
        this.addresses = new TokenBuckets(settings.publicBurst(), settings.publicPerSecond(), clock);
        this.people = new TokenBuckets(settings.personBurst(), settings.personPerSecond(), clock);
    }

    /** Fails for an operation whose place nobody would check. */
    static void cover(Call call) {
        switch (Access.of(call.operationId()).scope()) {
            case BODY, UNIT -> {
                if (!call.names("sessionId") && !call.names("bodyId") && !DESK_DECIDES.contains(call.operationId())) {
                    throw new IllegalStateException("nobody checks the place of " + call.operationId());
                }
            }
            case PUBLIC, SELF, SYSTEM, PREPARING, POINT -> {}
        }
    }

    /** @throws Throttled when the address asks too often */
    void address(Call call, String address) {
        take(addresses, address + " " + call.operationId());
    }

    Actor actor(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw HttpProblem.NOT_SIGNED_IN.refusal("no bearer token");
        }
        var actor = gatekeeper.actor(header.substring(7).strip());
        take(people, actor.person().value());
        return actor;
    }

    /** Roles in the body of the session or body that the path names. */
    Set<Role> permit(Call call, Actor actor, Map<String, Object> parameters, String address) {
        try {
            return permit(call, actor, parameters);
        } catch (Refusal refusal) {
            denied(call, actor, address, refusal);
            throw refusal;
        }
    }

    /** Writes down a refusal for want of a right, whoever decided it. */
    void denied(Call call, Actor actor, String address, Refusal refusal) {
        denials.denied(
                actor, address, call.operationId(), refusal.problem().code().code());
    }

    private Set<Role> permit(Call call, Actor actor, Map<String, Object> parameters) {
        var name = call.operationId();
        return switch (Access.of(name).scope()) {
            case PUBLIC, SELF, UNIT, PREPARING, POINT -> Set.of();
            case SYSTEM -> {
                if (!actor.administersSystem()) {
                    throw AccessProblem.NOT_PERMITTED.refusal(name + " is for administrators of the system");
                }
                yield Set.of();
            }
            case BODY -> {
                if (call.names("sessionId")) {
                    yield Access.permit(actor, name, places.place(new SessionId(text(parameters, "sessionId"))));
                }
                yield call.names("bodyId")
                        ? Access.permit(actor, name, new BodyId(text(parameters, "bodyId")))
                        : Set.of();
            }
        };
    }

    private static String text(Map<String, Object> parameters, String name) {
        return String.valueOf(parameters.get(name));
    }

    private static void take(TokenBuckets buckets, String key) {
        buckets.take(key).ifPresent(wait -> {
            throw new Throttled(HttpProblem.TOO_MANY_REQUESTS.because("over the rate limit"), wait);
        });
    }
}
