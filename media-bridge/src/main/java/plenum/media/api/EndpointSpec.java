package plenum.media.api;

/**
 * A new endpoint.
 *
 * @param audioSlots how many voices it can hear at once, 1 to 8
 * @param videoSlots how many pictures it can see at once, 0 to 50
 * @param permission at the beginning
 * @param echo gets its own media back, for a self-test
 * @param region where in a tree of bridges its own one should be; empty, or none of the tree: at the root
 */
public record EndpointSpec(int audioSlots, int videoSlots, Permission permission, boolean echo, String region) {
    public EndpointSpec {
        if (audioSlots < 1 || audioSlots > 8 || videoSlots < 0 || videoSlots > 50) {
            throw new IllegalArgumentException("audioSlots 1 to 8, videoSlots 0 to 50");
        }
    }

    /** At the root. */
    public EndpointSpec(int audioSlots, int videoSlots, Permission permission, boolean echo) {
        this(audioSlots, videoSlots, permission, echo, "");
    }

    public EndpointSpec in(String other) {
        return new EndpointSpec(audioSlots, videoSlots, permission, echo, other);
    }
}
