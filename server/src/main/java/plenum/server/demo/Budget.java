package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The province's budget: its own level and all communes. */
record Budget(Ledger province, List<Ledger> communes) {
    static Budget of(List<Locality> places) {
        return new Budget(Ledger.province(), places.stream().map(Ledger::of).toList());
    }

    List<Account> revenue() {
        return merged(Ledger::revenue);
    }

    List<Account> regular() {
        return merged(Ledger::regular);
    }

    Account totalRevenue() {
        return Account.sum("Tổng thu ngân sách nhà nước trên địa bàn", revenue());
    }

    Account totalRegular() {
        return Account.sum("Chi thường xuyên", regular());
    }

    long investment() {
        return sum(Ledger::investment);
    }

    long reserve() {
        return sum(Ledger::reserve);
    }

    long programmes() {
        return sum(Ledger::programmes);
    }

    long spending() {
        return sum(Ledger::spending);
    }

    /** Given by the central budget in 2027. */
    long centralGrant() {
        return sum(Ledger::grant);
    }

    /** Passed on from the province to the communes in 2027. */
    long communeGrants() {
        return communes.stream().mapToLong(Ledger::grant).sum();
    }

    private long sum(Function<Ledger, Long> part) {
        return part.apply(province) + communes.stream().mapToLong(part::apply).sum();
    }

    private List<Account> merged(Function<Ledger, List<Account>> part) {
        List<Account> merged = new ArrayList<>(part.apply(province));
        for (Ledger commune : communes) {
            List<Account> lines = part.apply(commune);
            for (int at = 0; at < merged.size(); at++)
                merged.set(at, merged.get(at).plus(lines.get(at)));
        }
        return List.copyOf(merged);
    }
}
