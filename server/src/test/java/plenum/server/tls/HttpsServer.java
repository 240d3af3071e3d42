package plenum.server.tls;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real Vert.x HTTPS server on a free port of 127.0.0.1, and a client that trusts one root only. */
final class HttpsServer implements AutoCloseable {
    final Vertx vertx = Vertx.vertx();
    final HttpServer server;

    HttpsServer(Credential credential) throws Exception {
        var options =
                TlsListener.secure(new HttpServerOptions().setHost("127.0.0.1").setPort(0), credential);
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end("xin chào"))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    HttpResponse<String> get(String host, X509Certificate trusted) throws Exception {
        try (var client = HttpClient.newBuilder().sslContext(trusting(trusted)).build()) {
            var request = HttpRequest.newBuilder(URI.create("https://" + host + ":" + port() + "/"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    static SSLContext trusting(X509Certificate root) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("root", root);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
