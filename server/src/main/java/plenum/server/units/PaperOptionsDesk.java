package plenum.server.units;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import plenum.server.audit.Audit;
import plenum.server.kernel.Actor;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.UnitId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Units' options for papers, in the collection {@code paperOptions}; all are kept in memory too. */
public final class PaperOptionsDesk {
    private static final int MOST = 20_000;
    private final RecordTable<PaperOptions> table;
    private final UnitDesk units;
    private final Audit audit;
    private final Map<UnitId, PaperOptions> known = new ConcurrentHashMap<>();
    private final Map<BodyId, UnitId> unitOf = new ConcurrentHashMap<>();

    /** Reads all that units have decided. Blocking. */
    public PaperOptionsDesk(Mongo mongo, UnitDesk units, Audit audit) {
        this.table = new RecordTable<>(
                mongo,
                "paperOptions",
                PaperOptions.class,
                options -> options.unitId().value());
        this.units = units;
        this.audit = audit;
        table.find(new Document(), new Document("_id", 1), MOST).forEach(one -> known.put(one.unitId(), one));
    }

    /** Of the unit that the body belongs to. Blocks when the body is first asked for. */
    public PaperOptions of(BodyId body) {
        return of(unitOf.computeIfAbsent(body, unknown -> units.body(unknown).unitId()));
    }

    PaperOptions of(UnitId unit) {
        return known.getOrDefault(unit, PaperOptions.usual(unit));
    }

    /** For those who administer the unit; a stranger hears NO_SUCH_UNIT. */
    PaperOptions read(Actor actor, UnitId unit) {
        units.permit(actor, unit);
        return of(unit);
    }

    /** Durable when it returns; holds for what is published from then on. */
    PaperOptions write(Actor actor, PaperOptions wanted, String address) {
        units.permit(actor, wanted.unitId());
        if (!table.put(wanted)) {
            throw new IllegalStateException("options have no unique key but the unit");
        }
        known.put(wanted.unitId(), wanted);
        audit.record(
                actor.person(), address, "units.paper-options", wanted.unitId().value(), facts(wanted));
        return wanted;
    }

    private static Map<String, String> facts(PaperOptions options) {
        return Map.of(
                "watermark",
                Boolean.toString(options.watermark()),
                "confidential",
                Boolean.toString(options.confidential()));
    }
}
