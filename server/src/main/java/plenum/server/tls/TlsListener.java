package plenum.server.tls;

import io.vertx.core.http.HttpServerOptions;
import java.util.List;
import java.util.Set;

/**
 * The settings of an HTTPS listener: TLS 1.3 and 1.2, forward secrecy and authenticated encryption only, HTTP/2
 * offered.
 */
public final class TlsListener {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");
    private static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private TlsListener() {}

    /** Adds TLS to a listener's options; everything else in them stays. */
    public static HttpServerOptions secure(HttpServerOptions options, Credential credential) {
        var secured = new HttpServerOptions(options)
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(credential.options())
                .setEnabledSecureTransportProtocols(PROTOCOLS);
        CIPHER_SUITES.forEach(secured::addEnabledCipherSuite);
        return secured;
    }
}
