package plenum.server.app;

import java.util.function.Consumer;
import plenum.server.hall.Committed;

/** Closes the circle between the lanes, which tell of commits, and the live socket, which submits to lanes. */
final class Forwarding implements Consumer<Committed> {
    private volatile Consumer<Committed> listener = committed -> {};

    void to(Consumer<Committed> next) {
        listener = next;
    }

    @Override
    public void accept(Committed committed) {
        listener.accept(committed);
    }
}
