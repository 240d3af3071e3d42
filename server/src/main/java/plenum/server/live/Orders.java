package plenum.server.live;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plenum.server.hall.Answer;
import plenum.server.hall.CommandCodec;
import plenum.server.hall.HallProblem;
import plenum.server.hall.Order;
import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;
import plenum.server.kernel.Refusal;

/** Takes commands from sockets to their session's lane, which knows who may do what. Immutable. */
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private final CommandCodec codec;

    Orders(CommandCodec codec) {
        this.codec = codec;
    }

    /**
     * Does not block.
     *
     * @param reply gets a maker of the message for the sender, on any thread, when the outcome is durable
     */
    void place(ClientFrame.Do wish, Actor actor, FanOut session, Consumer<Supplier<byte[]>> reply) {
        try {
            var command = codec.read(wish.name(), wish.data());
            var ignored = session.lane()
                    .submit(new Order(wish.id(), actor, command))
                    .onSuccess(answer -> reply.accept(() -> answer(wish.id(), answer, session)))
                    .onFailure(fault -> reply.accept(() -> fault(wish, actor, fault)));
        } catch (Refusal refused) {
            reply.accept(() -> ServerFrames.refused(wish.id(), refused.problem()));
        }
    }

    private static byte[] answer(CommandId id, Answer answer, FanOut session) {
        if (answer instanceof Answer.Refused refused && refused.problem().code() == HallProblem.UNAVAILABLE) {
            Thread.startVirtualThread(session::renewLane);
        }
        return switch (answer) {
            case Answer.Done done -> ServerFrames.done(id, done.seq());
            case Answer.Refused refused -> ServerFrames.refused(id, refused.problem());
        };
    }

    private static byte[] fault(ClientFrame.Do wish, Actor actor, Throwable fault) {
        LOG.error("command {} {} of {} failed", wish.name(), wish.id(), actor.person(), fault);
        return ServerFrames.refused(wish.id(), LiveProblem.FAULT.because("the outcome is not known; send it again"));
    }
}
