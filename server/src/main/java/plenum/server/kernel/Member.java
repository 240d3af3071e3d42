package plenum.server.kernel;

/**
 * A delegate of the body as the session was prepared with.
 *
 * @param title office, for example "Phó Chủ tịch HĐND tỉnh"; may be empty
 * @param group group of delegates (tổ đại biểu)
 * @param seat place in the hall
 */
public record Member(PersonId personId, String name, String title, String group, String seat) {}
