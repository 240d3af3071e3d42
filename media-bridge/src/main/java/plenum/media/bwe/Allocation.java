package plenum.media.bwe;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;

/**
 * Shares one receiver's bandwidth among the pictures it wants. Screens come first and get their resolution; then every
 * picture gets its lowest layer in the order of importance, the stage is raised to 360 lines, and what is left raises
 * them all step by step in the same order. On the media thread.
 */
public final class Allocation {
    /** To be raised, there must be this much more than needed. */
    static final double HEAD_ROOM = 1.15;

    /** A want of bandwidth that is no greater ... */
    private static final double SLIGHT = 1.2;

    /** ... takes nothing away before it has lasted so long: the estimate may have fallen by mistake. */
    static final long PATIENCE_NS = 400_000_000L;

    /** Nothing else fitting, a picture may need this much more than there is. */
    private static final double DARING = 1.5;

    /** Worth having on the stage before anybody else is raised. */
    private static final int STAGE_HEIGHT = 360;

    /** How long nothing is raised after something had to be lowered; doubled each time when that repeats soon. */
    private static final long HOLD_NS = 3_000_000_000L;

    private static final long MAX_HOLD_NS = 24_000_000_000L;
    private static final long SOON_NS = 30_000_000_000L;

    private long budgetBps;
    /** For what is granted already. */
    private long keepingBps;

    private boolean scarce;
    private long scarceNs;
    private long plannedBps;
    private long wantedBps;
    private boolean lowered;
    private long loweredNs;
    private long holdNs = HOLD_NS;
    private boolean held;

    /**
     * Decides anew; {@link Wish#granted} tells what.
     *
     * @param wishes in the order of importance
     * @param lastN how many of them are granted at most
     * @param bps what is there for them all
     * @return whether anything changed
     */
    public boolean allocate(List<Wish> wishes, int lastN, long bps, long nowNs) {
        begin(wishes, lastN, bps, nowNs);
        raiseScreens(wishes);
        raiseToLowest(wishes);
        raiseOneAtLeast(wishes);
        raiseStage(wishes);
        raiseInTurn(wishes);
        return grant(wishes, nowNs);
    }

    /** What the granted layers take. */
    public long grantedBps() {
        return plannedBps;
    }

    /** What would have to be there for every wish to come true. */
    public long wantedBps() {
        return wantedBps;
    }

    private void begin(List<Wish> wishes, int lastN, long bps, long nowNs) {
        budgetBps = bps;
        plannedBps = 0;
        held = lowered && nowNs - loweredNs < holdNs;
        int left = lastN;
        long wanted = 0;
        long granted = 0;
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            wish.begin(left > 0);
            left -= wish.wanted() ? 1 : 0;
            wanted += wish.bps(wish.top());
            granted += wish.bps(Math.min(wish.granted(), wish.top()));
        }
        wantedBps = (long) (wanted * HEAD_ROOM);
        keepingBps = keeping(granted, nowNs);
    }

    private long keeping(long granted, long nowNs) {
        scarceNs = scarce ? scarceNs : nowNs;
        scarce = granted > budgetBps;
        boolean patient = granted <= SLIGHT * budgetBps && nowNs - scarceNs < PATIENCE_NS;
        return patient ? Math.max(granted, budgetBps) : budgetBps;
    }

    private void raiseScreens(List<Wish> wishes) {
        for (int i = 0; i < wishes.size(); i++) {
            if (wishes.get(i).screen()) {
                raiseScreen(wishes.get(i));
            }
        }
    }

    /** The tallest picture first, even with few frames; a smaller one only when that does not fit. */
    private void raiseScreen(Wish wish) {
        for (int layer = wish.top(); layer >= 0; layer--) {
            if (wish.height(layer) > 0 && raise(wish, layer)) {
                return;
            }
        }
    }

    private void raiseToLowest(List<Wish> wishes) {
        for (int i = 0; i < wishes.size(); i++) {
            if (wishes.get(i).plan() == Wish.NONE) {
                step(wishes.get(i));
            }
        }
    }

    /**
     * When nothing fits, the first picture for which it is not much too little gets its lowest layer all the same: one
     * that would be seen is worth a try. Voices suffer by it; so it is not kept up on a line that cannot carry it.
     */
    private void raiseOneAtLeast(List<Wish> wishes) {
        for (int i = 0; i < wishes.size() && plannedBps == 0; i++) {
            var wish = wishes.get(i);
            int lowest = wish.next();
            if (lowest != Wish.NONE && wish.bps(lowest) <= DARING * budgetBps && mayRise(wish, lowest)) {
                plannedBps = wish.bps(lowest);
                wish.plan(lowest);
            }
        }
    }

    private boolean mayRise(Wish wish, int layer) {
        return layer <= wish.granted() || !held || wish.fresh();
    }

    private void raiseStage(List<Wish> wishes) {
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            boolean more = wish.stage() && wish.plan() != Wish.NONE;
            while (more && wish.height(wish.plan()) < STAGE_HEIGHT) {
                more = step(wish);
            }
        }
    }

    private void raiseInTurn(List<Wish> wishes) {
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < wishes.size(); i++) {
                more |= wishes.get(i).plan() != Wish.NONE && step(wishes.get(i));
            }
        }
    }

    @CanIgnoreReturnValue
    private boolean step(Wish wish) {
        int next = wish.next();
        return next != Wish.NONE && raise(wish, next);
    }

    private boolean raise(Wish wish, int layer) {
        long bps = plannedBps - wish.bps(wish.plan()) + wish.bps(layer);
        if (!fits(wish, layer, bps)) {
            return false;
        }
        plannedBps = bps;
        wish.plan(layer);
        return true;
    }

    /** What is granted already stays as long as it just fits. */
    private boolean fits(Wish wish, int layer, long bps) {
        if (layer <= wish.granted()) {
            return bps <= keepingBps;
        }
        return mayRise(wish, layer) && bps * HEAD_ROOM <= budgetBps;
    }

    private boolean grant(List<Wish> wishes, long nowNs) {
        boolean changed = false;
        boolean less = false;
        for (int i = 0; i < wishes.size(); i++) {
            less |= wishes.get(i).lowered();
            changed |= wishes.get(i).grant();
        }
        if (less) {
            hold(nowNs);
        }
        return changed;
    }

    private void hold(long nowNs) {
        boolean soon = lowered && nowNs - loweredNs < SOON_NS;
        holdNs = soon ? Math.min(2 * holdNs, MAX_HOLD_NS) : HOLD_NS;
        lowered = true;
        loweredNs = nowNs;
    }
}
