package plenum.media.api;

/**
 * A new endpoint.
 *
 * @param audioSlots how many voices it can hear at once, 1 to 8
 * @param videoSlots how many pictures it can see at once, 0 to 50
 * @param permission at the beginning
 * @param echo gets its own media back, for a self-test
 */
public record EndpointSpec(int audioSlots, int videoSlots, Permission permission, boolean echo) {
    public EndpointSpec {
        if (audioSlots < 1 || audioSlots > 8 || videoSlots < 0 || videoSlots > 50) {
            throw new IllegalArgumentException("audioSlots 1 to 8, videoSlots 0 to 50");
        }
    }
}
