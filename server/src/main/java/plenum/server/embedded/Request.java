package plenum.server.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/** One command of one client, with the number that its answer must name. */
record Request(Channel channel, int number, Document command) {

    String database() {
        return String.valueOf(command.get("$db"));
    }

    ByteBuf encoded(Document reply) {
        return Replies.message(number, reply);
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
