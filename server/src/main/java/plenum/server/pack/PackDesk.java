package plenum.server.pack;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plenum.server.access.StrangerProblem;
import plenum.server.agenda.Paper;
import plenum.server.audit.Audit;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.identity.IdentityDesk;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;

/**
 * Releases to a signed-in person the secret that opens what the own device keeps, for as long as the device is not
 * revoked; hears what each device holds, and tells the secretary. Blocking.
 */
public final class PackDesk {
    private static final int DEVICES = 20;
    private final PackStore store;
    private final Lanes lanes;
    private final IdentityDesk identity;
    private final Audit audit;
    private final InstantSource clock;
    private final Duration window;
    private final OnLost lost;
    private final SecureRandom random = new SecureRandom();

    /** What else ends with a lost device. */
    @FunctionalInterface
    public interface OnLost {
        void revoked(Actor by, PersonId person, String deviceId, String address);
    }

    /** What a device says of itself: the schema PackReport. */
    record Word(List<String> sha256, long bytes, boolean pin) {
        Held of(SessionId session, PersonId person, String deviceId, Instant at) {
            return new Held(session, person, deviceId, sha256, bytes, pin, at);
        }
    }

    /** The schema DeviceKey. */
    record Key(String secret, long windowMs, Instant now) {}

    /** The schema DeviceState. */
    record State(List<String> wipe) {}

    /** The schema OwnDevice. */
    record Own(String deviceId, String name, Instant seenAt) {}

    /** The schema OwnDevices. */
    record Owns(List<Own> devices) {}

    /** @param window so long a device may be opened by PIN after its last contact */
    public PackDesk(
            PackStore store,
            Lanes lanes,
            IdentityDesk identity,
            Audit audit,
            InstantSource clock,
            Duration window,
            OnLost lost) {
        this.lost = lost;
        this.store = store;
        this.lanes = lanes;
        this.identity = identity;
        this.audit = audit;
        this.clock = clock;
        this.window = window;
    }

    /** The same secret each time; a revoked device never gets one again. */
    Key key(PersonId person, String deviceId, String name, String signIn) {
        var now = clock.instant();
        var known = store.device(person, deviceId).orElseGet(() -> fresh(person, deviceId, name, signIn, now));
        var secret = known.secret();
        if (secret == null) {
            throw PackProblem.DEVICE_REVOKED.refusal(known.toString());
        }
        if (!store.replace(known, known.seen(name, signIn, now))) {
            throw PackProblem.DEVICE_REVOKED.refusal("revoked meanwhile: " + known);
        }
        return new Key(secret, window.toMillis(), now);
    }

    private Device fresh(PersonId person, String deviceId, String name, String signIn, Instant now) {
        if (store.devices(person).stream().filter(device -> !device.revoked()).count() >= DEVICES) {
            throw PackProblem.TOO_MANY_DEVICES.refusal(person + " has " + DEVICES);
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var made = new Device(person, deviceId, name, secret, signIn, now);
        return store.insert(made) ? made : store.device(person, deviceId).orElseThrow();
    }

    /** Whose data this device must forget, asked without a sign-in by the device's own random name. */
    State state(String deviceId) {
        return new State(store.devices(deviceId).stream()
                .filter(device -> device.revoked() || !identity.mayAct(device.personId()))
                .map(device -> device.personId().value())
                .toList());
    }

    /** A device's word about itself; of a revoked device nothing is heard. */
    void report(PersonId person, SessionId session, String deviceId, Word word) {
        var device = store.device(person, deviceId)
                .orElseThrow(() -> PackProblem.NO_SUCH_DEVICE.refusal("not a device of " + person));
        if (device.revoked()) {
            throw PackProblem.DEVICE_REVOKED.refusal(device.toString());
        }
        if (!store.put(word.of(session, person, deviceId, clock.instant()))) {
            throw new IllegalStateException("the pack of " + person + " could not be noted");
        }
    }

    Readiness readiness(SessionId session) {
        var hall = lanes.lane(session).hall();
        var now = clock.instant();
        var members = hall.roster().members();
        var devices = store.devices(members.stream().map(Member::personId).toList()).stream()
                .filter(device -> !device.revoked())
                .collect(Collectors.groupingBy(Device::personId));
        var held = store.packs(session).stream()
                .collect(Collectors.toMap(one -> one.personId() + ":" + one.deviceId(), Function.identity()));
        return new Readiness(members.stream()
                .map(member -> person(hall, member, devices.getOrDefault(member.personId(), List.of()), held, now))
                .toList());
    }

    private static Readiness.OfPerson person(
            Hall hall, Member member, List<Device> devices, Map<String, Held> held, Instant now) {
        var papers = Keepable.papers(hall, member.personId(), now);
        var shown = devices.stream()
                .map(device -> device(papers, device, held.get(device.personId() + ":" + device.deviceId())))
                .toList();
        return new Readiness.OfPerson(
                member.personId().value(),
                member.name(),
                member.group(),
                member.seat(),
                papers.size(),
                shown.stream().anyMatch(Readiness.OfDevice::complete),
                shown.stream().anyMatch(device -> device.complete() && device.pin()),
                shown);
    }

    private static Readiness.OfDevice device(List<Paper> papers, Device device, @Nullable Held held) {
        var there = held == null ? List.<String>of() : held.sha256();
        var missing = papers.stream()
                .filter(paper -> !there.contains(paper.sha256()))
                .map(paper -> paper.facts().title())
                .toList();
        return new Readiness.OfDevice(
                device.deviceId(),
                device.name(),
                papers.size() - missing.size(),
                held == null ? 0 : held.bytes(),
                held != null && held.opensAlone(),
                missing,
                device.seenAt(),
                held == null ? null : held.at());
    }

    /** The secret is gone, the sign-in of the device is over; it wipes itself when it next hears of us. */
    void revoke(Actor by, SessionId session, PersonId person, String deviceId, String address) {
        if (lanes.lane(session).hall().roster().find(person).isEmpty()) {
            throw StrangerProblem.IDENTITY_NO_SUCH_PERSON.refusal("not a member of " + session);
        }
        end(by, person, deviceId, address);
    }

    /** The person's devices that keep something, the last seen first. */
    Owns own(PersonId person) {
        return new Owns(store.devices(person).stream()
                .filter(device -> !device.revoked())
                .sorted(Comparator.comparing(Device::seenAt).reversed())
                .map(device -> new Own(device.deviceId(), device.name(), device.seenAt()))
                .toList());
    }

    /** A lost tablet, ended by its owner from another one. */
    void revokeOwn(Actor by, String deviceId, String address) {
        end(by, by.person(), deviceId, address);
    }

    private void end(Actor by, PersonId person, String deviceId, String address) {
        var device = store.device(person, deviceId)
                .orElseThrow(() -> PackProblem.NO_SUCH_DEVICE.refusal("not a device of " + person));
        if (device.revoked()) {
            return;
        }
        if (!store.replace(device, device.ended())) {
            throw new IllegalStateException(device + " changed meanwhile");
        }
        identity.endSignIn(person, device.signIn());
        lost.revoked(by, person, deviceId, address);
        audit.record(
                by.person(), address, "pack.device-revoked", person + " " + deviceId, Map.of("name", device.name()));
    }
}
