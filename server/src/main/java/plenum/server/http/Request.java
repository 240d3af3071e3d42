package plenum.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Role;
import plenum.server.platform.Json;

/** One request that fits the contract: parameters and body are validated and typed, rights are checked. */
public final class Request {
    private final String id;
    private final String address;
    private final @Nullable Actor actor;
    private final Set<Role> roles;
    private final Map<String, Object> parameters;
    private final @Nullable JsonNode body;
    private final HttpServerRequest raw;

    Request(
            String id,
            String address,
            @Nullable Actor actor,
            Set<Role> roles,
            Map<String, Object> parameters,
            @Nullable JsonNode body,
            HttpServerRequest raw) {
        this.id = id;
        this.address = address;
        this.actor = actor;
        this.roles = roles;
        this.parameters = parameters;
        this.body = body;
        this.raw = raw;
    }

    /** Random; in the response header X-Request-Id, in problems and in the log. */
    public String id() {
        return id;
    }

    /** The client's IP address, seen through configured proxies only. */
    public String address() {
        return address;
    }

    /** Who asks; never there on PUBLIC operations. */
    public Actor actor() {
        if (actor == null) {
            throw new IllegalStateException("a public operation has no actor");
        }
        return actor;
    }

    /** What the actor is in the body of the session or body that the path names; else empty. */
    public Set<Role> roles() {
        return roles;
    }

    /** A required parameter of path or query. */
    public String text(String name) {
        return optional(name).orElseThrow();
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(parameters.get(name)).map(Object::toString);
    }

    /** An integer parameter; its default from the contract when absent. */
    public long number(String name) {
        return ((Number) Optional.ofNullable(parameters.get(name)).orElseThrow()).longValue();
    }

    /** The JSON body as a record. */
    public <T> T body(Class<T> type) {
        if (body == null) {
            throw new IllegalStateException("the operation has no JSON body in the contract");
        }
        return Json.value(body, type);
    }

    public Optional<String> cookie(String name) {
        var cookie = raw.getCookie(name);
        return cookie == null ? Optional.empty() : Optional.ofNullable(cookie.getValue());
    }

    /**
     * For operations that stream. Bodies other than JSON arrive paused: set handlers, then {@code resume()}. Vert.x
     * allows calls from other threads than the event loop here.
     */
    public HttpServerRequest raw() {
        return raw;
    }
}
