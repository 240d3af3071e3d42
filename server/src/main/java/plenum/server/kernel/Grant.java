package plenum.server.kernel;

/**
 * A role held in one scope.
 *
 * @param scope a body's id for DELEGATE, CHAIR, SECRETARY, SCREEN, GUEST, TECHNICIAN; a unit's id for UNIT_ADMIN,
 *     PREPARER, APPROVER; {@code "*"} for SYSTEM_ADMIN
 */
public record Grant(Role role, String scope) {}
