package plenum.server.units;

import java.time.LocalDate;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.BodyId;

/** The desk's operations of openapi.yaml. */
public final class UnitRoutes {
    private final UnitDesk desk;
    private final RegisterDesk registers;

    public UnitRoutes(UnitDesk desk, RegisterDesk registers) {
        this.desk = desk;
        this.registers = registers;
    }

    public Map<String, Operation> operations() {
        return Map.of(
                "units",
                this::units,
                "bodyMembers",
                request -> desk.members(body(request), desk.today()),
                "bodyRules",
                request -> desk.rules(body(request), desk.today()),
                "importRegister",
                this::importRegister);
    }

    private Object units(Request request) {
        var day = request.optional("at").map(LocalDate::parse).orElseGet(desk::today);
        return desk.units(request.actor(), day);
    }

    private Object importRegister(Request request) {
        return registers.importAll(request.body(Register.class), request.actor().person(), request.address());
    }

    private static BodyId body(Request request) {
        return new BodyId(request.text("bodyId"));
    }
}
