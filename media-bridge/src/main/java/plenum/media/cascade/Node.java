package plenum.media.cascade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plenum.media.api.BridgeEvent;
import plenum.media.link.LinkedBridge;

/** One bridge of the tree, and what it still has to be told because it was away. Cascade's thread only. */
final class Node {
    private final String region;
    private final @Nullable Node parent;
    private final LinkedBridge bridge;
    private final Asking asking;
    private final Map<Object, Debt> debts = new LinkedHashMap<>();
    private long told; // number of the newest
    private long awaySinceNs;
    private boolean ready;
    private boolean abandoned;

    private record Debt(long number, Function<LinkedBridge, CompletionStage<Void>> call) {}

    /** @param parent null: this is the root */
    Node(String region, @Nullable Node parent, LinkedBridge bridge, Asking asking) {
        this.region = region;
        this.parent = parent;
        this.bridge = bridge;
        this.asking = asking;
    }

    /** Empty for the root. */
    String region() {
        return region;
    }

    @Nullable
    Node parent() {
        return parent;
    }

    boolean root() {
        return parent == null;
    }

    boolean ready() {
        return ready;
    }

    /** It begins anew and owes nothing. */
    void begin() {
        ready = true;
        debts.clear();
    }

    void lost(long nowNs) {
        ready = false;
        abandoned = false;
        awaySinceNs = nowNs;
    }

    /** @return once, when it has been away for so long */
    boolean abandon(long patienceNs, long nowNs) {
        boolean now = !ready && !abandoned && nowNs - awaySinceNs >= patienceNs;
        abandoned |= now;
        return now;
    }

    /** It is back with all it held. */
    void resume() {
        ready = true;
        settle();
    }

    /** What it missed is told now, if it is there. */
    void settle() {
        if (!ready) return;
        var missed = List.copyOf(debts.entrySet());
        debts.clear();
        missed.forEach(debt -> {
            var unused = tell(debt.getKey(), debt.getValue().call());
        });
    }

    /** The nearest bridge above that answers; the root, whether it does or not. */
    Node above() {
        var next = parent;
        while (next != null && !next.root() && !next.ready) next = next.parent;
        if (next == null) throw new IllegalStateException("nothing is above the root");
        return next;
    }

    /** This one if it answers, else as {@link #above}. */
    Node orAbove() {
        return ready || root() ? this : above();
    }

    void listen(Consumer<BridgeEvent> listener) {
        bridge.listen(listener);
    }

    void close() {
        bridge.close();
    }

    <T> CompletionStage<T> ask(Function<LinkedBridge, CompletionStage<T>> call) {
        return asking.ask(() -> call.apply(bridge));
    }

    /**
     * Tells what must take effect: a branch that is away is told when it is back, unless something newer was said about
     * the same subject. The root's owner knows when that is away and does so itself.
     *
     * @return done when it has taken effect or is noted
     */
    CompletionStage<Void> tell(Object subject, Function<LinkedBridge, CompletionStage<Void>> call) {
        if (root()) return ask(call);
        var debt = new Debt(++told, call);
        if (!ready) return owe(subject, debt);
        return ask(call)
                .handle((done, failure) -> Asking.unavailable(failure) ? owe(subject, debt) : Asking.same(failure))
                .thenCompose(next -> next);
    }

    private CompletionStage<Void> owe(Object subject, Debt debt) {
        var known = debts.get(subject);
        if (known == null || known.number() < debt.number()) {
            var unused = debts.remove(subject);
            debts.put(subject, debt);
        }
        return CompletableFuture.completedStage(null);
    }

    /** Nothing said about the subject before is of interest any more. */
    void forget(Object subject) {
        var unused = debts.remove(subject);
    }

    @Override
    public String toString() {
        return root() ? "root" : region;
    }
}
