package plenum.server.app;

import java.time.LocalDate;
import java.util.List;
import plenum.server.demo.DemoBody;
import plenum.server.demo.DemoPerson;
import plenum.server.demo.DemoProvince;
import plenum.server.demo.DemoUnit;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Role;
import plenum.server.kernel.Share;
import plenum.server.units.Body;
import plenum.server.units.GrantRow;
import plenum.server.units.Membership;
import plenum.server.units.PersonRow;
import plenum.server.units.Register;
import plenum.server.units.RuleSetRow;
import plenum.server.units.Unit;

/** The demo province as a register to import. */
final class DemoRegister {
    private static final LocalDate TERM = LocalDate.of(2026, 4, 1);
    private static final String CITATION =
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Quy chế làm việc mẫu của HĐND"
                    + " (NQ 103/2025/UBTVQH15); giá trị mặc định, cần cán bộ pháp chế kiểm tra trước khi dùng";

    private static final String COMMITTEE_CITATION =
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15; Quy chế làm việc của UBND tỉnh;"
                    + " giá trị mặc định, cần cán bộ pháp chế kiểm tra trước khi dùng";

    private DemoRegister() {}

    /** @param passwordHash of the password that all demo accounts share; hashing sixty times would take seconds */
    static Register of(DemoProvince province, String passwordHash) {
        return new Register(
                province.units().stream().map(DemoRegister::unit).toList(),
                province.bodies().stream().map(DemoRegister::body).toList(),
                province.people().stream()
                        .map(person -> person(person, passwordHash))
                        .toList(),
                province.people().stream()
                        .flatMap(person -> seats(person).stream())
                        .toList(),
                province.people().stream()
                        .flatMap(person -> grants(person).stream())
                        .toList(),
                province.bodies().stream().map(DemoRegister::rules).toList());
    }

    private static Unit unit(DemoUnit unit) {
        return new Unit(
                unit.id(),
                unit.code(),
                unit.name(),
                Unit.Level.valueOf(unit.level().name()),
                unit.parent(),
                unit.validFrom(),
                unit.validTo(),
                unit.successors());
    }

    private static Body body(DemoBody body) {
        var kind = body.kind() == DemoBody.Kind.COMMITTEE ? Body.Kind.COMMITTEE : Body.Kind.COUNCIL;
        return new Body(body.id(), body.unit(), body.name(), kind);
    }

    private static PersonRow person(DemoPerson person, String passwordHash) {
        return new PersonRow(person.id(), person.username(), person.name(), person.title(), null, passwordHash);
    }

    private static List<Membership> seats(DemoPerson person) {
        return person.grants().stream()
                .filter(grant -> grant.role() == Role.DELEGATE)
                .map(grant -> new Membership(
                        new BodyId(grant.scope()), person.id(), person.group(), person.seat(), TERM, null))
                .toList();
    }

    private static List<GrantRow> grants(DemoPerson person) {
        return person.grants().stream()
                .map((Grant grant) -> new GrantRow(person.id(), grant.role(), grant.scope()))
                .toList();
    }

    /** Quorum at least two thirds, a resolution more than half, both of the total number of members. */
    private static RuleSetRow rules(DemoBody body) {
        var ballots = DemoRules.of(body.kind());
        var resolution = ballots.matters().getFirst();
        return new RuleSetRow(
                "quy-che-" + body.id().value(),
                body.id(),
                1,
                body.kind() == DemoBody.Kind.COMMITTEE ? COMMITTEE_CITATION : CITATION,
                TERM,
                null,
                new Share(2, 3, false, Base.TOTAL_MEMBERS),
                resolution.pass(),
                resolution.allowChange(),
                600,
                ballots,
                null,
                null);
    }
}
