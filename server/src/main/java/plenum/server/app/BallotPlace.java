package plenum.server.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import plenum.server.issuer.BoxOrders;
import plenum.server.tls.Trust;

/**
 * Ballot box and relay of the secret polls, as the configuration names them.
 *
 * @param orders absent: no secret electronic polls here
 * @param relays origins where tablets reach the relay
 */
record BallotPlace(Optional<BoxOrders> orders, List<String> relays, Optional<BallotChildren> children)
        implements AutoCloseable {

    static BallotPlace open(Config config, InstantSource clock) throws Unstartable {
        return switch (config.ballots().mode()) {
            case OFF -> off();
            case AUTO -> config.demo() ? children(config, clock) : off();
            case CHILDREN -> children(config, clock);
            case REMOTE -> remote(config.ballots());
        };
    }

    private static BallotPlace off() {
        return new BallotPlace(Optional.empty(), List.of(), Optional.empty());
    }

    private static BallotPlace children(Config config, InstantSource clock) throws Unstartable {
        var children = BallotChildren.of(config, clock);
        var orders = new BoxOrders(children::box, children.serverToken(), Optional.empty());
        return new BallotPlace(Optional.of(orders), children.relays(), Optional.of(children));
    }

    private static BallotPlace remote(Config.Ballots ballots) throws Unstartable {
        try {
            var box = URI.create(String.valueOf(ballots.url()));
            var orders = new BoxOrders(() -> box, Bridge.token(ballots.tokenFile()), trust(ballots.trustFile()));
            return new BallotPlace(Optional.of(orders), List.of(String.valueOf(ballots.relay())), Optional.empty());
        } catch (IllegalArgumentException unfit) {
            throw new Unstartable("ballots.url, ballots.tokenFile: " + unfit.getMessage(), unfit);
        }
    }

    private static Optional<SSLContext> trust(@Nullable Path file) throws Unstartable {
        if (file == null) return Optional.empty();
        try {
            return Optional.of(Trust.in(file));
        } catch (IOException | GeneralSecurityException unusable) {
            throw new Unstartable("ballots.trustFile: " + unusable.getMessage(), unusable);
        }
    }

    /** The relays that a content security policy can name: it has no words for IPv6 addresses. */
    Set<String> sources() {
        return relays.stream().filter(relay -> !relay.contains("[")).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        orders.ifPresent(BoxOrders::close);
        children.ifPresent(BallotChildren::close);
    }
}
