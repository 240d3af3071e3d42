package plenum.server.embedded;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Listens on a free port of 127.0.0.1. Every local user can reach it: hence a new random password at each start. */
final class WireServer {
    static final String USER = "plenum";

    private static final int PASSWORD_BYTES = 32;

    private final String password = randomPassword();
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("store-wire", true), NioIoHandler.newFactory());
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listener;

    WireServer(Engine engine) {
        listener = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        clients.add(channel);
                        channel.pipeline().addLast(new CommandDecoder(), new WireHandler(engine, password));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    String connectionString() {
        int port = ((InetSocketAddress) listener.localAddress()).getPort();
        return "mongodb://" + USER + ":" + password + "@127.0.0.1:" + port
                + "/plenum?authMechanism=PLAIN&authSource=$external&directConnection=true&retryWrites=false&maxPoolSize=200";
    }

    /** Takes no new clients and no new commands; answers that are under way still go out. */
    void stop() {
        listener.close().syncUninterruptibly();
        for (var client : clients) client.config().setAutoRead(false);
    }

    void close() {
        clients.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static String randomPassword() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
