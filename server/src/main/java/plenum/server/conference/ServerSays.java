package plenum.server.conference;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.media.api.LineQuality;
import plenum.media.api.Permission;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Json;

/**
 * What the server says in one message of the media socket.
 *
 * @param subject a newer message of the same subject makes this one superfluous
 * @param utf8 JSON, not changed any more
 */
record ServerSays(String subject, byte[] utf8) {
    /** Subject of lists of people, of which each counts when it tells changes only. */
    static final String PEOPLE = "people";

    private record Welcome(String t, int v, long now, boolean kept) {}

    private record Offered(String t, long n, String sdp, Turn.@Nullable Server turn) {}

    private record Slots(String t, List<Slot> slots) {}

    /** @param source {@code <personId>/CAMERA}; null: nothing */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Slot(String mid, @Nullable String source) {}

    private record People(String t, boolean full, List<Person> people, List<PersonId> gone) {}

    /** @param quality 0 lost to 4 */
    record Person(
            PersonId personId, boolean connected, boolean microphone, boolean camera, boolean screen, int quality) {}

    private record Levels(String t, Map<PersonId, Integer> levels) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Speaker(String t, @Nullable PersonId personId) {}

    private record Sender(String t, SourceKind source, int maxHeight) {}

    private record Permitted(String t, boolean microphone, boolean camera, boolean screen) {}

    private record Line(
            String t,
            long upBps,
            double upLost,
            long downBps,
            double downLost,
            long downEstimateBps,
            int roundTripMs) {}

    private record Media(String t, String state) {}

    private record Pong(String t, long n, long now) {}

    private static ServerSays of(String subject, Object message) {
        return new ServerSays(subject, Json.bytes(message));
    }

    /** @param kept the endpoint of before goes on; no offer follows by itself */
    static ServerSays welcome(long nowMs, boolean kept) {
        return of("welcome", new Welcome("welcome", 1, nowMs, kept));
    }

    /** @param turn servers for who cannot reach the bridge */
    static ServerSays offer(long n, String sdp, Turn.@Nullable Server turn) {
        return of("offer", new Offered("offer", n, sdp, turn));
    }

    static ServerSays slots(List<Slot> slots) {
        return of("slots", new Slots("slots", slots));
    }

    static ServerSays people(boolean full, List<Person> people, List<PersonId> gone) {
        return of(PEOPLE, new People("people", full, people, gone));
    }

    static ServerSays levels(Map<PersonId, Integer> levels) {
        return of("levels", new Levels("levels", levels));
    }

    static ServerSays speaker(@Nullable PersonId person) {
        return of("speaker", new Speaker("speaker", person));
    }

    static ServerSays sender(SourceKind source, int maxHeight) {
        return of("sender/" + source, new Sender("sender", source, maxHeight));
    }

    static ServerSays permission(Permission now) {
        return of("permission", new Permitted("permission", now.microphone(), now.camera(), now.screen()));
    }

    static ServerSays line(LineQuality line) {
        return of(
                "line",
                new Line(
                        "line",
                        line.upBps(),
                        line.upLost(),
                        line.downBps(),
                        line.downLost(),
                        line.downEstimateBps(),
                        line.roundTripMs()));
    }

    static ServerSays media(boolean ready) {
        return of("media", new Media("media", ready ? "READY" : "LOST"));
    }

    static ServerSays pong(long n, long nowMs) {
        return of("pong", new Pong("pong", n, nowMs));
    }
}
