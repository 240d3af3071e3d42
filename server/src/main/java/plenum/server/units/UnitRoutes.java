package plenum.server.units;

import java.time.LocalDate;
import java.util.HashMap;
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
    private final RulesDesk rules;

    public UnitRoutes(UnitDesk desk, RegisterDesk registers, PaperOptionsDesk papers, RulesDesk rules) {
        this.desk = desk;
        this.registers = registers;
        this.papers = papers;
        this.rules = rules;
    }

    public Map<String, Operation> operations() {
        var all = new HashMap<>(rules());
        all.putAll(Map.of(
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
                this::setPaperOptions));
        return Map.copyOf(all);
    }

    private Map<String, Operation> rules() {
        return Map.of(
                "unitBodies",
                request -> desk.bodies(request.actor(), unit(request)),
                "ruleSets",
                request -> rules.history(request.actor(), body(request)),
                "previewRuleSet",
                request -> rules.preview(request.actor(), body(request), request.body(RulesDraft.class)),
                "writeRuleSet",
                request ->
                        rules.write(request.actor(), body(request), request.body(RulesDraft.class), request.address()),
                "withdrawRuleSet",
                request -> rules.withdraw(
                        request.actor(), body(request), (int) request.number("version"), request.address()));
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
