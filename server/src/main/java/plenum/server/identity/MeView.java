package plenum.server.identity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import plenum.server.kernel.Actor;
import plenum.server.kernel.UnitId;
import plenum.server.units.Body;
import plenum.server.units.Membership;
import plenum.server.units.UnitDesk;
import plenum.server.units.UnitStore;

/** Puts {@link Me} together. Blocking. */
final class MeView {
    private final UnitStore units;
    private final UnitDesk desk;

    MeView(UnitStore units, UnitDesk desk) {
        this.units = units;
        this.desk = desk;
    }

    Me of(Account account, Actor actor) {
        var scopes = actor.grants().stream().map(grant -> grant.scope()).collect(Collectors.toSet());
        var seats = units.memberships(account.personId());
        var bodies = units.bodies(scopes).stream()
                .filter(body -> !actor.rolesIn(body.bodyId()).isEmpty())
                .map(body -> inBody(body, actor, seats))
                .sorted(Comparator.comparing(Me.InBody::unitName).thenComparing(Me.InBody::bodyName))
                .toList();
        return new Me(
                account.personId(),
                account.username(),
                account.name(),
                account.title(),
                bodies,
                units(actor),
                actor.administersSystem());
    }

    private List<Me.InUnit> units(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> grant.role().ofUnit())
                .map(grant -> new UnitId(grant.scope()))
                .distinct()
                .map(unit -> new Me.InUnit(
                        unit,
                        desk.unit(unit).name(),
                        actor.rolesIn(unit).stream().sorted().toList()))
                .sorted(Comparator.comparing(Me.InUnit::unitName))
                .toList();
    }

    private Me.InBody inBody(Body body, Actor actor, List<Membership> seats) {
        var today = desk.today();
        var seat = seats.stream()
                .filter(one -> one.bodyId().equals(body.bodyId()) && one.validOn(today))
                .findFirst();
        return new Me.InBody(
                body.bodyId(),
                body.name(),
                body.unitId(),
                desk.unit(body.unitId()).name(),
                actor.rolesIn(body.bodyId()).stream().sorted().toList(),
                seat.map(Membership::group).orElse(null),
                seat.map(Membership::seat).orElse(null));
    }
}
