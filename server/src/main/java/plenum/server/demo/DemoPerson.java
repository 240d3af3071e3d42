package plenum.server.demo;

import java.util.List;
import plenum.server.kernel.Grant;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;

/**
 * An invented person with an account.
 *
 * @param id same as the username
 * @param title office or profession
 * @param ethnicGroup empty where it plays no part
 * @param group delegate group ("Tổ 1"), empty for others
 * @param seat row letter and number ("A1"), empty for others
 */
public record DemoPerson(
        PersonId id,
        String username,
        String name,
        Gender gender,
        String ethnicGroup,
        String title,
        List<Grant> grants,
        String group,
        String seat) {
    /** As the list of delegates states it; NONE for the account of a screen. */
    public enum Gender {
        MALE,
        FEMALE,
        NONE;

        static Gender of(String letter) {
            return switch (letter) {
                case "M" -> MALE;
                case "F" -> FEMALE;
                default -> NONE;
            };
        }

        String words() {
            return switch (this) {
                case MALE -> "Nam";
                case FEMALE -> "Nữ";
                case NONE -> "";
            };
        }
    }

    public DemoPerson {
        grants = List.copyOf(grants);
    }

    /** Whether the person holds the role in the scope (a body's or a unit's id). */
    public boolean is(Role role, String scope) {
        return grants.contains(new Grant(role, scope));
    }
}
