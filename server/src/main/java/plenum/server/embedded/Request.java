package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/**
 * One command of one client, with the number that its answer must name.
 *
 * @param oldForm the driver's greeting before it knows that we speak OP_MSG
 */
record Request(Channel channel, int number, Document command, boolean oldForm) {

    String database() {
        return String.valueOf(command.get("$db"));
    }

    ByteBuf encoded(Document reply) {
        return oldForm ? Replies.oldForm(number, reply) : Replies.message(number, reply);
    }

    void answer(Document reply) {
        send(encoded(reply));
    }

    void refuse(MongoServerException reason) {
        answer(Replies.error(reason));
    }

    void send(ByteBuf message) {
        var unused = channel.writeAndFlush(message, channel.voidPromise());
    }
}
