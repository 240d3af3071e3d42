package plenum.server.booth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plenum.server.ballots.Elector;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.ballots.PollCommand.ApproveStep;
import plenum.server.ballots.PollCommand.IssueSheets;
import plenum.server.ballots.PollCommand.TakeBallot;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Order;
import plenum.server.hall.Policy;
import plenum.server.issuer.IssuerProblem;
import plenum.server.issuer.Taken;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Problem;
import plenum.server.keys.KeyRing;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.Definition;
import plenum.server.secret.Definition.BoardMember;
import plenum.server.secret.Keys;
import plenum.server.secret.Step;

/**
 * Lets the orders of an electronic poll pass only with the signature of the right tablet, and begins one only where a
 * ballot box is and everybody has a tablet that signs. On the sender's thread.
 */
public final class ElectronicBallots implements Policy {
    private final KeyRing ring;
    private final boolean boxed;
    private final Policy others;

    /**
     * @param boxed a ballot box is configured
     * @param others asked for all else
     */
    public ElectronicBallots(KeyRing ring, boolean boxed, Policy others) {
        this.ring = ring;
        this.boxed = boxed;
        this.others = others;
    }

    @Override
    public Optional<Problem> refuses(Hall hall, HallCommand command) {
        return others.refuses(hall, command);
    }

    @Override
    public Optional<Problem> unfit(Hall hall, Order order) {
        var mine = order.command() instanceof HallCommand.OfPolls polls
                ? unfit(hall, polls.command(), order.actor().person())
                : Optional.<Problem>empty();
        return mine.isPresent() ? mine : others.unfit(hall, order);
    }

    /** What the rules refuse anyhow passes. */
    private Optional<Problem> unfit(Hall hall, PollCommand command, PersonId sender) {
        var poll = hall.polls().find(command.pollId()).filter(Poll::onTablets);
        if (poll.isEmpty()) {
            return Optional.empty();
        }
        return switch (command) {
            case IssueSheets unused -> issue(hall, poll.get());
            case TakeBallot take -> defined(poll.get()).flatMap(defined -> take(hall, defined, take, sender));
            case ApproveStep approve -> defined(poll.get()).flatMap(defined -> approve(hall, defined, approve, sender));
            default -> Optional.empty();
        };
    }

    private static Optional<Electronic.Defined> defined(Poll poll) {
        return Optional.ofNullable(poll.electronic()).map(Electronic::defined);
    }

    private Optional<Problem> issue(Hall hall, Poll poll) {
        if (!boxed) {
            return Optional.of(IssuerProblem.NOT_SET_UP.because("no ballot box is configured"));
        }
        var tellers =
                poll.tellers() == null ? List.<PersonId>of() : poll.tellers().people();
        var present = hall.roster().members().stream().map(Member::personId).filter(hall::present);
        var without = Stream.concat(tellers.stream(), present)
                .distinct()
                .filter(person -> ring.newestPoint(person, hall.bodyId()).isEmpty())
                .map(PersonId::value)
                .toList();
        return without.isEmpty()
                ? Optional.empty()
                : Optional.of(IssuerProblem.NOT_PAIRED.because(String.join(", ", without)));
    }

    /** What cannot be signed must not use up the person's one ballot. */
    private Optional<Problem> take(Hall hall, Electronic.Defined defined, TakeBallot take, PersonId person) {
        var elector = defined.elector(person);
        if (elector.isEmpty() || !take.definition().equals(defined.hash())) {
            return Optional.empty();
        }
        var blinded = bytes(take.blinded());
        if (blinded.isEmpty() || !BlindRsa.isSignable(Keys.rsa(read(defined).issuer()), blinded.get())) {
            return Optional.of(IssuerProblem.MALFORMED.because("not a blinded message of this key"));
        }
        var text = Taken.text(defined.hash(), person.value(), take.blinded());
        return signed(hall, person, elector.map(Elector::key).orElseThrow(), text, take.signature());
    }

    private Optional<Problem> approve(Hall hall, Electronic.Defined defined, ApproveStep approve, PersonId person) {
        var text = Step.text(defined.hash(), approve.to().name(), approve.issued());
        return read(defined).board().stream()
                .filter(member -> member.person().equals(person.value()))
                .map(BoardMember::key)
                .findFirst()
                .flatMap(key -> signed(hall, person, key, text, approve.signature()));
    }

    private static Definition read(Electronic.Defined defined) {
        return Definition.read(defined.text().getBytes(StandardCharsets.UTF_8));
    }

    /** A tablet that was lost since then signs no more. */
    private Optional<Problem> signed(Hall hall, PersonId person, String key, byte[] text, String signature) {
        var point = Base64.getDecoder().decode(key);
        var right = ring.isPaired(point, person, hall.bodyId())
                && bytes(signature)
                        .filter(signed -> Keys.signedBy(point, text, signed))
                        .isPresent();
        return right ? Optional.empty() : Optional.of(IssuerProblem.NOT_SIGNED.because(Objects.toString(person)));
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
