package plenum.server.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/**
 * The peer that the server is compared with: sockets that get the same bytes by plain Vert.x, without anything of
 * Plenum. Argument: port. A line on standard input is written to every socket.
 */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) {
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var loop = vertx.getOrCreateContext();
        var sockets = new ArrayList<ServerWebSocket>();
        loop.runOnContext(
                start -> vertx.createHttpServer(new HttpServerOptions().setWebSocketSubProtocols(List.of("plenum.v1")))
                        .webSocketHandler(sockets::add)
                        .listen(Integer.parseInt(arguments[0]), "127.0.0.1")
                        .onSuccess(server -> System.out.println("READY " + server.actualPort())));
        var lines = new Scanner(System.in, StandardCharsets.UTF_8);
        while (lines.hasNextLine()) {
            var line = lines.nextLine();
            loop.runOnContext(now -> sockets.forEach(socket -> socket.writeTextMessage(line)));
        }
        System.exit(0);
    }
}
