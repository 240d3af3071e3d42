package plenum.media.control;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.io.ByteArrayOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server at the other end of the channel. On the host's event loop. */
final class Controller {
    private static final Logger LOG = LoggerFactory.getLogger(Controller.class);
    private static final short MALFORMED = 4000;
    private static final short TOO_SLOW = 4008;
    private static final short SILENT = 4010;

    /** What may wait for a server that does not read. */
    private static final int QUEUE_BYTES = 8 << 20;

    private final ServerWebSocket socket;
    private final BridgeHost host;
    private final long watch; // timer
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean begun;
    private boolean heard = true; // since the last look

    Controller(ServerWebSocket socket, BridgeHost host) {
        this.socket = socket;
        this.host = host;
        this.watch = host.vertx().setPeriodic(host.silence().toMillis(), timer -> look());
        socket.pause();
        socket.setWriteQueueMaxSize(QUEUE_BYTES);
        socket.frameHandler(this::onFrame);
        socket.exceptionHandler(broken -> LOG.debug("control channel: {}", broken.toString()));
        socket.closeHandler(ignored -> end());
    }

    /** From now on its calls are taken. */
    void begin() {
        begun = true;
        socket.resume();
    }

    private void onFrame(WebSocketFrame frame) {
        heard = true;
        if (!begun || frame.isPing() || frame.isClose()) return;
        message.writeBytes(frame.binaryData().getBytes());
        if (frame.isBinary() || message.size() > Wire.MESSAGE_BYTES) close(MALFORMED, "not text, or too long");
        else if (frame.isFinal()) onMessage();
    }

    private void look() {
        if (begun && !heard) close(SILENT, "silent");
        heard = false;
    }

    private void onMessage() {
        var utf8 = message.toByteArray();
        message.reset();
        try {
            host.call(this, Wire.read(utf8, Message.Asked.class));
        } catch (Wire.Malformed malformed) {
            LOG.warn("control channel closed, malformed message: {}", malformed.getMessage());
            close(MALFORMED, "malformed");
        }
    }

    /** Nothing before {@link #begin} and after {@link #close}. */
    void tell(Message.Told message) {
        if (!begun || socket.isClosed()) return;
        if (socket.writeQueueFull()) close(TOO_SLOW, "too slow");
        else socket.writeTextMessage(Wire.text(message)).onFailure(gone -> LOG.debug("gone: {}", gone.toString()));
    }

    void close(short code, String reason) {
        begun = false;
        socket.resume(); // to see the other's close frame
        if (!socket.isClosed()) socket.close(code, reason).onFailure(gone -> LOG.debug("gone: {}", gone.toString()));
        end();
    }

    private void end() {
        begun = false;
        var ignored = host.vertx().cancelTimer(watch);
        host.gone(this);
    }
}
