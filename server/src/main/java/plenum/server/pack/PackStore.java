package plenum.server.pack;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.platform.Mongo;
import plenum.server.platform.RecordTable;

/** Collections {@code devices} and {@code packs}. Calls block. */
public final class PackStore {
    private static final int ALL = 10_000;
    private static final int AT_ONCE = 500;
    private final RecordTable<Device> devices;
    private final RecordTable<Held> packs;

    public PackStore(Mongo mongo) {
        devices = new RecordTable<>(
                mongo, "devices", Device.class, device -> device.personId() + ":" + device.deviceId());
        devices.index(Mongo.IndexKind.REPEATABLE, "personId");
        devices.index(Mongo.IndexKind.REPEATABLE, "deviceId");
        packs = new RecordTable<>(mongo, "packs", Held.class, PackStore::id);
        packs.index(Mongo.IndexKind.REPEATABLE, "sessionId");
    }

    private static String id(Held held) {
        return held.sessionId() + ":" + held.personId() + ":" + held.deviceId();
    }

    Optional<Device> device(PersonId person, String deviceId) {
        return devices.get(person + ":" + deviceId);
    }

    List<Device> devices(String deviceId) {
        return devices.find(new Document("deviceId", deviceId), new Document(), AT_ONCE);
    }

    List<Device> devices(PersonId person) {
        return devices.find(new Document("personId", person.value()), new Document(), AT_ONCE);
    }

    List<Device> devices(Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toList();
        return devices.find(new Document("personId", new Document("$in", ids)), new Document(), ALL);
    }

    boolean insert(Device device) {
        return devices.insert(device);
    }

    /** False when it has changed since it was read. */
    boolean replace(Device before, Device after) {
        var same = new Document("_id", before.personId() + ":" + before.deviceId()).append("secret", before.secret());
        return devices.replace(same, after);
    }

    boolean put(Held held) {
        return packs.put(held);
    }

    List<Held> packs(SessionId session) {
        return packs.find(new Document("sessionId", session.value()), new Document(), ALL);
    }
}
