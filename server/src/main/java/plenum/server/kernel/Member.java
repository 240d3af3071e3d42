package plenum.server.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A delegate of the body as the session was prepared with.
 *
 * @param title office, for example "Phó Chủ tịch HĐND tỉnh"; may be empty
 * @param group group of delegates (tổ đại biểu)
 * @param seat place in the hall
 * @param presides true when the member held the chair's office; absent for everybody else
 */
public record Member(
        PersonId personId,
        String name,
        String title,
        String group,
        String seat,
        @Nullable Boolean presides) {
    /** Who does not preside. */
    public Member(PersonId personId, String name, String title, String group, String seat) {
        this(personId, name, title, group, seat, null);
    }
}
