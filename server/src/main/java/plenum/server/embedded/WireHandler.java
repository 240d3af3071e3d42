package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: greeting and login here, everything else to the engine once the client has logged in. */
final class WireHandler extends SimpleChannelInboundHandler<Request> {
    private static final Logger LOG = LoggerFactory.getLogger(WireHandler.class);
    private static final int CODE_UNAUTHORIZED = 13;
    private static final int CODE_LOGIN_FAILED = 18;

    private final Engine engine;
    private final String password;
    private boolean loggedIn;

    WireHandler(Engine engine, String password) {
        this.engine = engine;
        this.password = password;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, Request request) {
        switch (Admission.name(request.command())) {
            case "hello", "ismaster" -> request.answer(Replies.hello());
            case "ping", "endsessions" -> request.answer(Replies.ok());
            case "saslstart" -> logIn(context, request);
            default -> {
                if (loggedIn) engine.submit(request);
                else request.refuse(new MongoServerError(CODE_UNAUTHORIZED, "Unauthorized", "log in first"));
            }
        }
    }

    /** A client that sends nonsense or goes away in mid-message only loses its connection. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        LOG.info("client {} dropped: {}", context.channel().remoteAddress(), failure.toString());
        var unused = context.close();
    }

    private void logIn(ChannelHandlerContext context, Request request) {
        if (isPassword(request.command().get("mechanism"), request.command().get("payload"))) {
            loggedIn = true;
            context.pipeline().get(CommandDecoder.class).trust();
            request.answer(Replies.loggedIn());
        } else {
            LOG.warn("client {} refused: wrong password", context.channel().remoteAddress());
            request.refuse(new MongoServerError(CODE_LOGIN_FAILED, "AuthenticationFailed", "Authentication failed."));
        }
    }

    /** The driver sends user, user and password of the mechanism PLAIN (RFC 4616). */
    private boolean isPassword(@Nullable Object mechanism, @Nullable Object payload) {
        var expected = WireServer.USER + "\0" + WireServer.USER + "\0" + password;
        return "PLAIN".equals(mechanism)
                && payload instanceof BinData given
                && MessageDigest.isEqual(given.getData(), expected.getBytes(StandardCharsets.UTF_8));
    }
}
