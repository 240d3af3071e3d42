package plenum.server.load;

import java.util.List;
import java.util.OptionalLong;
import plenum.server.keys.Tablet;

/** A server that can be started, killed and started again on the same data, with a session of N delegates d0, d1, … */
interface Installation extends AutoCloseable {
    /** Starts the process and waits until it answers. */
    Child start();

    int port();

    /** The session's id; the person {@code secretary} is its secretary and chair. */
    String session();

    /** An access token that stays good for the whole run. */
    String token(String person);

    /** Tells the running server these tokens as if it had just issued them: people sign in before they join. */
    void signedIn(List<String> tokens);

    /** Pairs a delegate's tablet, so that it may sign ballots. */
    void pair(String person, Tablet tablet);

    /** Documents in the journal; empty when this installation cannot tell. */
    OptionalLong journalBatches();

    @Override
    void close();
}
