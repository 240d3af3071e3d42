package plenum.server.booth;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.ballots.Approval;
import plenum.server.ballots.BoxPhase;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.ballots.PollCommand;
import plenum.server.hall.Answer;
import plenum.server.hall.Hall;
import plenum.server.hall.HallCommand;
import plenum.server.hall.Lanes;
import plenum.server.hall.Order;
import plenum.server.issuer.BoxOrders;
import plenum.server.issuer.IssuerKeys;
import plenum.server.issuer.IssuerProblem;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.SessionId;
import plenum.server.keys.KeyRing;
import plenum.server.secret.BlindRsa;
import plenum.server.secret.PollStatus;
import plenum.server.secret.Step;

/** Does one poll's deeds at the ballot box and brings back what happened. Each may be done again. Blocks. */
final class PollDeeds {
    private static final Logger LOG = LoggerFactory.getLogger(PollDeeds.class);

    private final SessionId session;
    private final PollId poll;
    private final String name;
    private final Lanes lanes;
    private final BoxOrders box;
    private final IssuerKeys issuers;
    private final KeyRing ring;
    private final Boards boards;

    PollDeeds(
            SessionId session,
            PollId poll,
            Lanes lanes,
            BoxOrders box,
            IssuerKeys issuers,
            KeyRing ring,
            Boards boards) {
        this.session = session;
        this.poll = poll;
        this.name = BoxName.of(session, poll);
        this.lanes = lanes;
        this.box = box;
        this.issuers = issuers;
        this.ring = ring;
        this.boards = boards;
    }

    Hall hall() {
        return lanes.lane(session).hall();
    }

    /** As the journal has it now. */
    Poll poll() {
        return hall().polls().find(poll).orElseThrow();
    }

    /** False: there is nothing to do before somebody asks for more. */
    boolean done(Deed deed) {
        return switch (deed) {
            case Deed.Wait unused -> false;
            case Deed.Over unused -> false;
            case Deed.Write unused -> write();
            case Deed.Define unused -> define();
            case Deed.Move move -> move(move.to());
            case Deed.Forget unused -> forget();
        };
    }

    PollStatus status() {
        return box.status(name);
    }

    /** The journal has it before the box does: a new start goes on with the same words and keys. */
    private boolean write() {
        var keys = box.prepare(name);
        var issuer = issuer();
        var text = Base64.getEncoder().encodeToString(issuer.getPublic().getEncoded());
        note(new PollCommand.DefinePoll(poll, new DefinitionWriter(hall(), poll(), ring).write(keys, text)));
        return true;
    }

    private KeyPair issuer() {
        return issuers.find(name).orElseGet(() -> {
            var fresh = BlindRsa.freshKey();
            issuers.keep(name, fresh);
            return fresh;
        });
    }

    private boolean define() {
        var unused = box.define(name, defined().text().getBytes(StandardCharsets.UTF_8));
        note(new PollCommand.NoteMoved(poll, BoxPhase.ISSUE));
        return true;
    }

    private Electronic.Defined defined() {
        return Optional.ofNullable(electronic().defined()).orElseThrow();
    }

    private Electronic electronic() {
        return Optional.ofNullable(poll().electronic()).orElseThrow();
    }

    /** Nobody can make a ballot any more before the first is cast. */
    private boolean move(BoxPhase to) {
        if (to == BoxPhase.CAST || to == BoxPhase.VOID) {
            issuers.destroy(name);
        }
        var unused = box.step(name, step(to));
        if (to == BoxPhase.TALLIED) {
            tally();
            return true;
        }
        if (to == BoxPhase.VOID) {
            boards.remove(name);
        }
        note(new PollCommand.NoteMoved(poll, to));
        return true;
    }

    private Step step(BoxPhase to) {
        var approvals = electronic().approvalsOf(to);
        return new Step(
                to.name(),
                approvals.getFirst().issued(),
                approvals.stream().map(PollDeeds::approval).toList());
    }

    private static Step.Approval approval(Approval approval) {
        return new Step.Approval(approval.personId().value(), approval.signature());
    }

    /** Counted again here: what the box says goes into the journal only when it is so. */
    private void tally() {
        var published = box.board(name);
        var tally = BoardCount.of(poll(), defined(), published)
                .orElseThrow(() -> IssuerProblem.BOX_REFUSED.refusal("a board that does not add up"));
        boards.put(name, published);
        note(new PollCommand.NoteTallied(poll, tally.root(), tally.count()));
    }

    /** What the box never had needs nobody's word to be gone. */
    private boolean forget() {
        if (electronic().defined() != null && isKnown()) {
            return false;
        }
        issuers.destroy(name);
        note(new PollCommand.NoteMoved(poll, BoxPhase.VOID));
        return true;
    }

    private boolean isKnown() {
        try {
            return List.of(defined().hash()).contains(status().definition());
        } catch (Refusal refused) {
            if (refused.problem().code() != IssuerProblem.BOX_REFUSED) {
                throw refused;
            }
            return false;
        }
    }

    void note(PollCommand command) {
        var id = new CommandId(UUID.randomUUID().toString());
        var order = new Order(id, Actor.SYSTEM, new HallCommand.OfPolls(command));
        if (lanes.lane(session).submit(order).await() instanceof Answer.Refused refused) {
            LOG.warn("the hall refuses {}: {}", command.getClass().getSimpleName(), refused.problem());
            throw new Refusal(refused.problem());
        }
    }
}
