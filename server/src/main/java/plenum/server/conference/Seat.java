package plenum.server.conference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plenum.media.api.EndpointId;
import plenum.media.api.Permission;
import plenum.media.api.ReceiverConstraints;
import plenum.media.api.SourceKind;
import plenum.server.kernel.PersonId;
import plenum.server.live.CloseCode;

/** One person's place in a conference, with or without a browser at it. Director's thread only. */
final class Seat {
    final PersonId person;
    final EndpointId endpoint;

    /** None: the socket broke, and the endpoint is kept for a while. */
    @Nullable
    Client client;

    long brokenMs;
    int videoSlots;
    String region = ""; // of its bridge
    /** As it should be at the bridge. */
    Permission permission;

    /** Number of the newest offer. */
    long offers;

    long offeredMs;
    /** The bridge is asked for the newest offer: what it still tells of the endpoint is of the one before. */
    boolean making;

    int failures; // of offers, one after the other
    boolean connected;
    int quality = LineGrade.LOST;
    Switches switches = Switches.OFF;

    @Nullable
    Wish wish;

    @Nullable
    ReceiverConstraints constrained; // as passed on last

    boolean wishDue;
    List<ServerSays.Slot> slots = List.of();
    final Map<SourceKind, Integer> senders = new EnumMap<>(SourceKind.class);

    Seat(PersonId person, EndpointId endpoint, Permission permission) {
        this.person = person;
        this.endpoint = endpoint;
        this.permission = permission;
    }

    void tell(ServerSays message) {
        if (client != null) client.tell(message);
    }

    void end(CloseCode why) {
        if (client != null) client.end(why);
        client = null;
    }

    ServerSays.Person shown() {
        return new ServerSays.Person(
                person,
                connected,
                switches.microphone(),
                switches.camera(),
                switches.screen(),
                connected ? quality : LineGrade.LOST);
    }
}
