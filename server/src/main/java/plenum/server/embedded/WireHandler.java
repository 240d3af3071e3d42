package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: greeting and login here, everything else to the engine once the client has logged in. */
final class WireHandler extends SimpleChannelInboundHandler<ClientRequest> {
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
    protected void channelRead0(ChannelHandlerContext context, ClientRequest message) {
        if (message instanceof MongoMessage modern) answer(context, request(context, modern));
        else if (message instanceof MongoQuery old && isGreeting(old)) greet(context, old);
        else drop(context, "it sent something else than a command");
    }

    /** A client that sends nonsense or goes away in mid-message only loses its connection. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        drop(context, failure.toString());
    }

    private static void drop(ChannelHandlerContext context, String reason) {
        LOG.info("client {} dropped: {}", context.channel().remoteAddress(), reason);
        var unused = context.close(context.voidPromise());
    }

    private static Request request(ChannelHandlerContext context, MongoMessage message) {
        return new Request(context.channel(), message.getHeader().getRequestID(), message.getDocument());
    }

    private void answer(ChannelHandlerContext context, Request request) {
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

    private void logIn(ChannelHandlerContext context, Request request) {
        if (isPassword(request.command().get("mechanism"), request.command().get("payload"))) {
            loggedIn = true;
            context.pipeline().get(LimitedFrames.class).trust();
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

    /** The driver's first message still has the old form; later ones have not. */
    private static boolean isGreeting(MongoQuery query) {
        var name = query.getQuery().keySet().stream().findFirst().orElse("");
        return query.getCollectionName().equals("$cmd")
                && (name.toLowerCase(Locale.ROOT).equals("ismaster") || name.equals("hello"));
    }

    private static void greet(ChannelHandlerContext context, MongoQuery query) {
        var header = new MessageHeader(0, query.getHeader().getRequestID());
        Document reply = Replies.hello();
        var unused = context.channel().writeAndFlush(new MongoReply(header, reply), context.voidPromise());
    }
}
