package plenum.server.kernel;

/**
 * Someone who attends a sitting in the place of an absent member of a committee (người dự thay).
 *
 * @param insteadOf the member
 */
public record Substitute(PersonId personId, String name, String title, PersonId insteadOf, String insteadOfName) {
    /** As in results and minutes. */
    public String named() {
        return name + " (dự thay " + insteadOfName + ")";
    }
}
