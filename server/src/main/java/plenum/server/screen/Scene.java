package plenum.server.screen;

/** What the big screen can show. */
public enum Scene {
    IDLE,
    AGENDA,
    ROLL_CALL,
    ITEM,
    SPEAKER,
    VOTE,
    RESULT,
    /** A secret ballot and its result. */
    POLL
}
