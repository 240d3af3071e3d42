package plenum.server.room;

/** What a person may send now. */
public record SendRights(boolean microphone, boolean camera, boolean screen) {
    /** Of one who is not in the room. */
    public static final SendRights NONE = new SendRights(false, false, false);
}
