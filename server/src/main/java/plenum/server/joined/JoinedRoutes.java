package plenum.server.joined;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.kernel.UnitId;
import plenum.server.units.UnitDesk;

/** The operations of openapi.yaml. */
public final class JoinedRoutes {
    private final ServerKey key;
    private final JoinedServers servers;
    private final JoinedEndpoint endpoint;
    private final Optional<Uplink> uplink;
    private final UnitDesk units;

    /** @param uplink empty: this server joins none */
    public JoinedRoutes(
            ServerKey key, JoinedServers servers, JoinedEndpoint endpoint, Optional<Uplink> uplink, UnitDesk units) {
        this.key = key;
        this.servers = servers;
        this.endpoint = endpoint;
        this.uplink = uplink;
        this.units = units;
    }

    private record Own(String fingerprint, @Nullable Above above, List<Server> servers) {}

    private record Above(
            String address,
            Uplink.State state,
            Instant since,
            @Nullable String unitName,
            @Nullable String digits) {}

    private record Server(
            String fingerprint,
            UnitId unitId,
            String unitName,
            JoinedServer.State state,
            boolean connected,
            Instant addedAt,
            @Nullable Instant seenAt) {}

    private record Adding(String fingerprint, UnitId unitId) {}

    private record Confirming(String digits) {}

    public Map<String, Operation> operations() {
        return Map.of(
                "joined",
                request -> own(),
                "addJoinedServer",
                this::add,
                "confirmJoinedServer",
                this::confirm,
                "revokeJoinedServer",
                this::revoke);
    }

    private Own own() {
        var above = uplink.map(line -> {
            var status = line.status();
            return new Above(
                    line.address().toString(), status.state(), status.since(), status.unitName(), status.digits());
        });
        return new Own(
                key.fingerprint(),
                above.orElse(null),
                servers.all().stream().map(this::view).toList());
    }

    private Server view(JoinedServer one) {
        return new Server(
                one.fingerprint(),
                one.unitId(),
                endpoint.name(one),
                one.state(),
                endpoint.connected(one.fingerprint()),
                one.addedAt(),
                one.seenAt());
    }

    private Object add(Request request) {
        var wanted = request.body(Adding.class);
        var unit = units.unit(wanted.unitId());
        if (wanted.fingerprint().equals(key.fingerprint())) {
            throw JoinedProblem.OWN_KEY.refusal("key " + wanted.fingerprint());
        }
        return view(servers.add(request.actor(), request.address(), wanted.fingerprint(), unit.unitId()));
    }

    private Object confirm(Request request) {
        var digits = request.body(Confirming.class).digits();
        var server = servers.confirm(request.actor(), request.address(), request.text("fingerprint"), digits);
        endpoint.confirmed(server);
        return view(server);
    }

    private Object revoke(Request request) {
        var server = servers.revoke(request.actor(), request.address(), request.text("fingerprint"));
        endpoint.revoke(server);
        return Reply.nothing(204);
    }
}
