package plenum.server.app;

import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The certificate of a role's own listener; beyond this machine there must be one. */
final class RoleTls {
    private RoleTls() {}

    static Optional<KeyCertOptions> of(Config.Listen listen, @Nullable Path certificate, @Nullable Path key)
            throws Unstartable {
        if (certificate != null && key != null) {
            return Optional.of(
                    new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString()));
        }
        if (!Bridge.addresses(List.of(listen.host())).getFirst().isLoopbackAddress()) {
            throw new Unstartable("--listen " + listen.host() + ": cần / needs --certificate, --key");
        }
        return Optional.empty();
    }
}
