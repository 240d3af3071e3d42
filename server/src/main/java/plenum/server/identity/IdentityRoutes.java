package plenum.server.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.PersonId;

/** The desk's operations of openapi.yaml. */
public final class IdentityRoutes {
    /** The prefix binds it to this very host, path / and TLS (RFC 6265bis section 4.1.3). */
    static final String COOKIE = "__Host-plenum-refresh";

    private final IdentityDesk desk;

    private record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    private record PasswordChange(String current, String next) {
        @Override
        public String toString() {
            return "PasswordChange[]";
        }
    }

    private record Switch(boolean disabled) {}

    IdentityRoutes(IdentityDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "signIn", this::enter,
                "refresh", this::refresh,
                "signOut", this::signOut,
                "me", request -> desk.me(request.actor()),
                "changePassword", this::changePassword,
                "disablePerson", this::disablePerson);
    }

    /** Names the sign-in whose cookie the request brings; empty without one. */
    public static String signIn(Request request) {
        return request.cookie(COOKIE).map(token -> token.split("\\.", 2)[0]).orElse("");
    }

    private Object enter(Request request) {
        var given = request.body(Credentials.class);
        return answer(desk.signIn(given.username(), given.password(), request.address()));
    }

    private Object refresh(Request request) {
        var token =
                request.cookie(COOKIE).orElseThrow(() -> IdentityProblem.NOT_SIGNED_IN.refusal("no refresh cookie"));
        return answer(desk.refresh(token, request.address()));
    }

    private Object signOut(Request request) {
        request.cookie(COOKIE).ifPresent(token -> desk.signOut(token, request.address()));
        return Reply.nothing(204).with("Set-Cookie", cookie("", Duration.ZERO));
    }

    private Object changePassword(Request request) {
        var given = request.body(PasswordChange.class);
        Optional<String> refresh = request.cookie(COOKIE);
        desk.changePassword(request.actor().person(), given.current(), given.next(), refresh, request.address());
        return Reply.nothing(204);
    }

    private Object disablePerson(Request request) {
        var person = new PersonId(request.text("personId"));
        desk.disable(request.actor(), person, request.body(Switch.class).disabled(), request.address());
        return Reply.nothing(204);
    }

    private static Reply answer(IdentityDesk.SignIn signIn) {
        var refresh = signIn.refresh();
        return Reply.ok(signIn.access()).with("Set-Cookie", cookie(refresh.token(), refresh.life()));
    }

    private static String cookie(String value, Duration life) {
        return COOKIE + "=" + value + "; Path=/; Max-Age=" + life.toSeconds() + "; Secure; HttpOnly; SameSite=Strict";
    }
}
