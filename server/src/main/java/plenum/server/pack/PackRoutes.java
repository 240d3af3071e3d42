package plenum.server.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.server.http.Operation;
import plenum.server.http.Reply;
import plenum.server.http.Request;
import plenum.server.identity.IdentityRoutes;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/** The desk's operations of openapi.yaml. */
public final class PackRoutes {
    private final PackDesk desk;

    private record NewDevice(String name) {}

    private record Report(
            String deviceId,
            List<String> sha256,
            long bytes,
            @Nullable Boolean pin) {}

    public PackRoutes(PackDesk desk) {
        this.desk = desk;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "deviceKey", this::key,
                "myDevices", request -> desk.own(request.actor().person()),
                "revokeMyDevice", this::revokeOwn,
                "deviceState", request -> desk.state(request.text("deviceId")),
                "reportPack", this::report,
                "packReadiness", request -> desk.readiness(session(request)),
                "revokeDevice", this::revoke);
    }

    private Object key(Request request) {
        var name = request.body(NewDevice.class).name();
        return desk.key(request.actor().person(), request.text("deviceId"), name, IdentityRoutes.signIn(request));
    }

    private Object report(Request request) {
        var report = request.body(Report.class);
        var held = new PackDesk.Word(report.sha256(), report.bytes(), Boolean.TRUE.equals(report.pin()));
        desk.report(request.actor().person(), session(request), report.deviceId(), held);
        return Reply.nothing(204);
    }

    private Object revoke(Request request) {
        var person = new PersonId(request.text("personId"));
        desk.revoke(request.actor(), session(request), person, request.text("deviceId"), request.address());
        return Reply.nothing(204);
    }

    private Object revokeOwn(Request request) {
        desk.revokeOwn(request.actor(), request.text("deviceId"), request.address());
        return Reply.nothing(204);
    }

    private static SessionId session(Request request) {
        return new SessionId(request.text("sessionId"));
    }
}
