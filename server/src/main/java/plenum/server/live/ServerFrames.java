package plenum.server.live;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Problem;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Json;
import plenum.server.platform.Problems;

/** Writes the server's messages of protocol.md, in UTF-8. */
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

    static byte[] welcome(SessionId session, Audience as, long nowMs) {
        return Json.bytes(new Welcome("welcome", 1, session, as.name().toLowerCase(Locale.ROOT), nowMs));
    }

    /** @param parts the JSON object of the parts */
    static byte[] state(long seq, long atMs, boolean full, String parts) {
        var text = "{\"t\":\"state\",\"seq\":" + seq + ",\"at\":" + atMs + ",\"full\":" + full + ",\"parts\":" + parts
                + "}";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] mine(long seq, Object me) {
        return Json.bytes(new Mine("me", seq, me));
    }

    static byte[] done(CommandId id, long seq) {
        return Json.bytes(new Done("done", id, seq));
    }

    static byte[] refused(CommandId id, Problem problem) {
        return Json.bytes(new Refused("refused", id, Problems.body(problem)));
    }

    static byte[] pong(long n, long nowMs) {
        return Json.bytes(new Pong("pong", n, nowMs));
    }
}
