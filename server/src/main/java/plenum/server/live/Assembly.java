package plenum.server.live;

import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts the frames of one text message together (RFC 6455 section 5.4). One event loop only. */
final class Assembly {
    private final int longest; // bytes
    private @Nullable ByteArrayOutputStream begun;

    Assembly(int longest) {
        this.longest = longest;
    }

    /** What a frame led to. */
    sealed interface Outcome {
        /** More frames of the message follow, or the frame carries no message. */
        record Waiting() implements Outcome {}

        record Complete(byte[] utf8) implements Outcome {}

        /** Binary, or longer than allowed. */
        record Unfit() implements Outcome {}
    }

    private static final Outcome WAITING = new Outcome.Waiting();
    private static final Outcome UNFIT = new Outcome.Unfit();

    Outcome add(WebSocketFrame frame) {
        return switch (frame.type()) {
            case BINARY -> UNFIT;
            case TEXT, CONTINUATION -> text(frame.binaryData().getBytes(), frame.isFinal());
            case CLOSE, PING, PONG -> WAITING;
        };
    }

    private Outcome text(byte[] bytes, boolean last) {
        var before = begun;
        if (before == null && last) return complete(bytes);
        var message = before == null ? new ByteArrayOutputStream() : before;
        message.writeBytes(bytes);
        begun = last ? null : message;
        if (message.size() > longest) return UNFIT;
        return last ? complete(message.toByteArray()) : WAITING;
    }

    private Outcome complete(byte[] utf8) {
        return utf8.length > longest ? UNFIT : new Outcome.Complete(utf8);
    }
}
