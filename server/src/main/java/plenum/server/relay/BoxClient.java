package plenum.server.relay;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import plenum.server.secret.Envelope;
import plenum.server.secret.Token;

/** The relay's way to the ballot box. Thread-safe. */
public final class BoxClient implements AutoCloseable {
    /** Envelopes in one request. */
    static final int MOST = 500;

    private static final int PATIENCE_MILLIS = 20_000;

    private final HttpClient client;
    private final RequestOptions casts;

    /**
     * @param url of the ballot box: {@code http://127.0.0.1:10090}, or https
     * @param token of the relay
     * @param trust whose certificates it believes; absent: those the JDK does
     */
    public BoxClient(Vertx vertx, URI url, String token, Optional<TrustOptions> trust) {
        Token.check(token);
        var options = new HttpClientOptions();
        trust.ifPresent(options::setTrustOptions);
        this.client = vertx.createHttpClient(options);
        this.casts = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url.resolve("/casts").toString())
                .setConnectTimeout(PATIENCE_MILLIS)
                .setIdleTimeout(PATIENCE_MILLIS)
                .putHeader("Authorization", Token.header(token));
    }

    /** As many replies as envelopes, in their order. */
    Future<Buffer> cast(Buffer envelopes) {
        var replies = envelopes.length() / Envelope.REQUEST * Envelope.REPLY;
        return client.request(new RequestOptions(casts))
                .compose(request -> request.send(envelopes))
                .compose(HttpClientResponse::body)
                .compose(body -> body.length() == replies
                        ? Future.succeededFuture(body)
                        : Future.failedFuture(new IOException("the ballot box refused")));
    }

    @Override
    public void close() {
        client.close().onFailure(late -> {});
    }
}
