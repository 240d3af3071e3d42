package plenum.server.keys;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plenum.server.access.StrangerProblem;
import plenum.server.audit.Audit;
import plenum.server.hall.Hall;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Substitute;

/**
 * Pairs a tablet's key with a member, or with a substitute where they vote: the secretary begins it for a person who
 * stands there, the person's signed-in tablet finishes it with the code. Blocking.
 */
public final class KeyDesk {
    private static final int KEYS = 5;
    private final KeyStore store;
    private final KeyRing ring;
    private final Pairings pairings;
    private final Lanes lanes;
    private final Audit audit;
    private final InstantSource clock;

    /** The schema PairingCode. */
    record Code(String code, Instant until) {}

    /** The schema VotingKey. */
    record Key(String keyId, String device, Instant pairedAt, String pairedBy) {
        static Key of(VotingKey key) {
            return new Key(
                    key.keyId(), key.device(), key.pairedAt(), key.pairedBy().value());
        }
    }

    /** The schema VotingKeysOf. */
    record OfPerson(String personId, String name, String group, String seat, List<Key> keys) {}

    /** The schema PairedTablets. */
    record Tablets(List<OfPerson> people) {}

    /** The schema OwnVotingKeys. */
    record Own(List<Key> keys) {}

    /** What a tablet brings: the schema NewVotingKey. */
    record NewKey(String code, String publicKey, String deviceId, String device, String signature) {}

    public KeyDesk(KeyStore store, KeyRing ring, Lanes lanes, Audit audit, InstantSource clock) {
        this.store = store;
        this.ring = ring;
        this.pairings = new Pairings(clock);
        this.lanes = lanes;
        this.audit = audit;
        this.clock = clock;
    }

    Code begin(Actor by, SessionId session, PersonId person) {
        var begun = pairings.begin(voter(session, person).session(), person, by.person());
        return new Code(begun.code(), begun.pairing().until());
    }

    /** The same key again gets the same answer, also when its code is used up. */
    Key pair(Actor actor, SessionId session, NewKey wish, String address) {
        var read = PublicKeys.read(wish.publicKey()).orElseThrow(() -> KeyProblem.BAD_KEY.refusal("no P-256 key"));
        var body = voter(session, actor.person()).bodyId();
        if (!PublicKeys.signed(read, text(session, actor.person(), wish.code()), wish.signature())) {
            throw KeyProblem.BAD_KEY.refusal("the tablet has not shown that it has the key");
        }
        var id = PublicKeys.id(wish.publicKey());
        var known = ring.find(id);
        if (known.isPresent() && known.get().active() && known.get().of(actor.person(), body)) {
            return Key.of(known.get());
        }
        if (ring.of(body).stream()
                        .filter(key -> key.active() && key.of(actor.person(), body))
                        .count()
                >= KEYS) {
            throw KeyProblem.TOO_MANY_KEYS.refusal(actor.person() + " has " + KEYS);
        }
        var pairing = pairings.take(wish.code(), session, actor.person())
                .orElseThrow(() -> KeyProblem.NO_SUCH_PAIRING.refusal("no open pairing with this code"));
        var key = new VotingKey(
                id,
                actor.person(),
                body,
                wish.publicKey(),
                wish.deviceId(),
                wish.device(),
                clock.instant(),
                pairing.by(),
                null,
                null);
        if (!store.insert(key)) {
            throw KeyProblem.BAD_KEY.refusal("a key is paired once");
        }
        ring.put(key);
        audit.record(pairing.by(), address, "keys.paired", actor.person() + " " + id, Map.of("device", key.device()));
        return Key.of(key);
    }

    /** What the tablet signs to show that it has the private half. */
    static String text(SessionId session, PersonId person, String code) {
        return String.join("\n", "plenum-pair-v1", session.value(), person.value(), code, "");
    }

    /** All members, and substitutes who may vote, with the keys that are theirs now. */
    Tablets tablets(SessionId session) {
        var hall = lanes.lane(session).hall();
        var keys = ring.of(hall.bodyId()).stream()
                .filter(VotingKey::active)
                .sorted(Comparator.comparing(VotingKey::pairedAt))
                .collect(Collectors.groupingBy(
                        VotingKey::personId, Collectors.mapping(Key::of, Collectors.toUnmodifiableList())));
        var members = hall.roster().members().stream()
                .map(member -> new OfPerson(
                        member.personId().value(),
                        member.name(),
                        member.group(),
                        member.seat(),
                        keys.getOrDefault(member.personId(), List.of())));
        var others = voting(hall)
                .map(one -> new OfPerson(
                        one.personId().value(), one.named(), "", "", keys.getOrDefault(one.personId(), List.of())));
        return new Tablets(Stream.concat(members, others).toList());
    }

    Own own(Actor actor, SessionId session) {
        var body = lanes.lane(session).hall().bodyId();
        return new Own(ring.of(body).stream()
                .filter(key -> key.active() && key.of(actor.person(), body))
                .sorted(Comparator.comparing(VotingKey::pairedAt))
                .map(Key::of)
                .toList());
    }

    /** From this moment on no ballot that it signs is taken. Again: nothing more happens. */
    void revoke(Actor by, SessionId session, PersonId person, String keyId, String address) {
        var body = voter(session, person).bodyId();
        var key = ring.find(keyId)
                .filter(one -> one.of(person, body))
                .orElseThrow(() -> KeyProblem.NO_SUCH_KEY.refusal("no key of " + person));
        revoke(by, key, address);
    }

    /** A lost device signs nothing more, in any body. */
    public void revokeAll(Actor by, PersonId person, String deviceId, String address) {
        ring.of(person).stream()
                .filter(key -> key.deviceId().equals(deviceId))
                .forEach(key -> revoke(by, key, address));
    }

    private void revoke(Actor by, VotingKey key, String address) {
        var revoked = key.revoked(by.person(), clock.instant());
        if (key.active() && store.revoke(revoked)) {
            ring.put(revoked);
            audit.record(
                    by.person(),
                    address,
                    "keys.revoked",
                    key.personId() + " " + key.keyId(),
                    Map.of("device", key.device()));
        }
    }

    private Hall voter(SessionId session, PersonId person) {
        var hall = lanes.lane(session).hall();
        if (!hall.roster().has(person)
                && voting(hall).noneMatch(one -> one.personId().equals(person))) {
            throw StrangerProblem.IDENTITY_NO_SUCH_PERSON.refusal("nobody who votes in " + session);
        }
        return hall;
    }

    /** Those sent in a member's place, where the rules let them vote. */
    private static Stream<Substitute> voting(Hall hall) {
        return hall.rules().substitutesVote() ? hall.substitutesSent().stream() : Stream.of();
    }
}
