package plenum.server.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import plenum.server.kernel.Audience;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.SessionId;

/** What a client says in one message. */
sealed interface ClientFrame {
    /** @param after sequence that the client has; empty when it has nothing */
    record Hello(String token, SessionId session, Audience as, OptionalLong after) implements ClientFrame {}

    record Do(CommandId id, String name, ObjectNode data) implements ClientFrame {}

    record Ping(long n) implements ClientFrame {}

    record Renew(String token) implements ClientFrame {}

    /** A hello of a version that this server does not speak. */
    record OtherVersion() implements ClientFrame {}

    record Malformed() implements ClientFrame {}
}
