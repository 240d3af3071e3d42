package plenum.server.kernel;

/** What a person may be in a body or a unit. A person may hold several, in several units. */
public enum Role {
    /** Member of the body: attends, speaks, votes (đại biểu). */
    DELEGATE,
    /** Presides over sittings (chủ tọa). */
    CHAIR,
    /** Prepares and runs sessions (thư ký kỳ họp). */
    SECRETARY,
    /** A big screen in the hall; reads only. */
    SCREEN,
    /** Reads what is public of a session; never votes (khách mời). */
    GUEST,
    /** Administers accounts and members of one unit and the units below it (quản trị đơn vị). */
    UNIT_ADMIN,
    /** Administers the whole installation (quản trị hệ thống). */
    SYSTEM_ADMIN,
    /** Prepares papers that are asked of a unit (cán bộ chuẩn bị tài liệu). */
    PREPARER,
    /** Head of a unit: approves what it has prepared (lãnh đạo đơn vị duyệt tài liệu). */
    APPROVER,
    /** Directs a body's video conferences from the central point: room, layout, points (cán bộ kỹ thuật). */
    TECHNICIAN;

    /** Whether it is held in a unit rather than in a body. */
    public boolean ofUnit() {
        return this == UNIT_ADMIN || this == PREPARER || this == APPROVER;
    }
}
