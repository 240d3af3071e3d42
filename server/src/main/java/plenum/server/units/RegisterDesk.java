package plenum.server.units;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Map;
import plenum.server.audit.Audit;
import plenum.server.kernel.PersonId;
import plenum.server.platform.Json;

/** Takes registers in. Blocking. */
public final class RegisterDesk {
    private final UnitStore store;
    private final People people;
    private final Audit audit;

    public RegisterDesk(UnitStore store, People people, Audit audit) {
        this.store = store;
        this.people = people;
        this.audit = audit;
    }

    /**
     * Checks everything, then writes it; the same register again changes nothing. A stop in between leaves valid
     * records; send it again.
     *
     * @throws plenum.server.kernel.Refusal naming the first row that is wrong; nothing is written then
     */
    @CanIgnoreReturnValue
    public Imported importAll(Register register, PersonId by, String address) {
        RegisterCheck.check(register, store, people);
        people.write(register.people());
        store.write(register);
        people.grantsChanged();
        var imported = Imported.of(register);
        audit.record(by, address, "units.imported", "register", Map.of("counts", Json.text(imported)));
        return imported;
    }
}
