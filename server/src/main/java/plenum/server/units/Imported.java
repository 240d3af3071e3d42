package plenum.server.units;

/** How many of each were written. */
public record Imported(int units, int bodies, int people, int members, int grants, int ruleSets) {
    static Imported of(Register register) {
        return new Imported(
                register.units().size(),
                register.bodies().size(),
                register.people().size(),
                register.members().size(),
                register.grants().size(),
                register.ruleSets().size());
    }
}
