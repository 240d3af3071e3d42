package plenum.server.live;

import java.util.Locale;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.Problems;

/** Writes the server's messages of protocol.md. */
final class ServerFrames {
    private ServerFrames() {}

    private record Welcome(String t, int v, SessionId session, String as, long now) {}

    private record Done(String t, CommandId id, long seq) {}

    private record Refused(String t, CommandId id, Problems.Body problem) {}

    private record Pong(String t, long n, long now) {}

    private record Mine(String t, long seq, Object me) {}

    static String encode(Object view) {
        return Json.text(view);
    }

    static String welcome(SessionId session, Audience as, long nowMs) {
        return Json.text(new Welcome("welcome", 1, session, as.name().toLowerCase(Locale.ROOT), nowMs));
    }

    /** @param parts the JSON object of the parts */
    static String state(long seq, long atMs, boolean full, String parts) {
        return "{\"t\":\"state\",\"seq\":" + seq + ",\"at\":" + atMs + ",\"full\":" + full + ",\"parts\":" + parts
                + "}";
    }

    static String mine(long seq, Object me) {
        return Json.text(new Mine("me", seq, me));
    }

    static String done(CommandId id, long seq) {
        return Json.text(new Done("done", id, seq));
    }

    static String refused(CommandId id, Problem problem) {
        return Json.text(new Refused("refused", id, Problems.body(problem)));
    }

    static String pong(long n, long nowMs) {
        return Json.text(new Pong("pong", n, nowMs));
    }
}
