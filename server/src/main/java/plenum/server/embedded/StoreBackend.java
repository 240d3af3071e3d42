package plenum.server.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import io.netty.channel.local.LocalChannel;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes commands on the documents. Whoever calls holds the right lock. */
final class StoreBackend extends H2Backend {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);

    private final OpenCursors cursors;
    /** The library keeps a "last result" for each channel; ours are never read, so all commands share one channel. */
    private final Channel channel = new LocalChannel();

    /** The fields come first: the library opens the databases from its constructor. */
    StoreBackend(MVStore store) {
        this.cursors = new OpenCursors();
        super(store);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, getMvStore(), getCursorRegistry(), cursors);
    }

    /** A database that is not known yet is made by the first command that names it, also by one that only reads. */
    boolean knows(String database) {
        return listDatabaseNames().contains(database);
    }

    void forgetIdleCursors() {
        cursors.forgetIdle(getCursorRegistry());
    }

    /** The answer, also when the command fails; throws only when the store itself is broken. */
    Document execute(Document command) {
        var name = command.keySet().iterator().next();
        try {
            return corrected(name, command, handleCommand(channel, (String) command.get("$db"), name, command));
        } catch (MVStoreException broken) {
            throw broken;
        } catch (MongoServerException refused) {
            return Replies.error(refused);
        } catch (RuntimeException unexpected) {
            LOG.error("command {} failed", name, unexpected);
            return Replies.error(new MongoServerException("Unknown error: " + unexpected, unexpected));
        }
    }

    /** The library counts refused documents of an insert as inserted. */
    private static Document corrected(String name, Document command, Document reply) {
        if (name.equals("insert")
                && reply.get("writeErrors") instanceof List<?> errors
                && command.get("documents") instanceof List<?> sent) {
            boolean stoppedAtFirst = !Boolean.FALSE.equals(command.get("ordered"));
            var first = (Document) errors.getFirst();
            reply.put("n", stoppedAtFirst ? first.get("index") : Integer.valueOf(sent.size() - errors.size()));
        }
        return reply;
    }
}
