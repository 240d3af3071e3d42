package plenum.server.units;

import java.time.LocalDate;
import java.util.Map;
import plenum.server.http.Operation;
import plenum.server.http.Request;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.UnitId;

/** The desk's operations of openapi.yaml. */
public final class UnitRoutes {
    private final UnitDesk desk;
    private final RegisterDesk registers;
    private final PaperOptionsDesk papers;

    public UnitRoutes(UnitDesk desk, RegisterDesk registers, PaperOptionsDesk papers) {
        this.desk = desk;
        this.registers = registers;
        this.papers = papers;
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
                this::importRegister,
                "bodyPaperOptions",
                request -> papers.of(body(request)),
                "paperOptions",
                request -> papers.read(request.actor(), unit(request)),
                "setPaperOptions",
                this::setPaperOptions);
    }

    private Object units(Request request) {
        var day = request.optional("at").map(LocalDate::parse).orElseGet(desk::today);
        return desk.units(request.actor(), day);
    }

    /** The schema NewPaperOptions. */
    private record Wanted(boolean watermark, boolean confidential) {}

    private Object setPaperOptions(Request request) {
        var wanted = request.body(Wanted.class);
        var options = new PaperOptions(unit(request), wanted.watermark(), wanted.confidential());
        return papers.write(request.actor(), options, request.address());
    }

    private static UnitId unit(Request request) {
        return new UnitId(request.text("unitId"));
    }

    private Object importRegister(Request request) {
        return registers.importAll(request.body(Register.class), request.actor().person(), request.address());
    }

    private static BodyId body(Request request) {
        return new BodyId(request.text("bodyId"));
    }
}
