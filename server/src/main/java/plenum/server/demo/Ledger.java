package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;

/** The budget of one commune, or of the province's own level: revenue and spending by line, in million dong. */
record Ledger(
        String name, List<Account> revenue, List<Account> regular, long investment, long reserve, long programmes) {

    /** Sums are always computed from the lines, so every table adds up. */
    Account ownRevenue() {
        return Account.sum("Thu ngân sách trên địa bàn", revenue);
    }

    Account regularSpending() {
        return Account.sum("Chi thường xuyên", regular);
    }

    /** Spending planned for 2027. */
    long spending() {
        return investment + regularSpending().next() + reserve + programmes;
    }

    /** What the level above gives in 2027 so that spending is covered. */
    long grant() {
        return spending() - ownRevenue().next();
    }

    static Ledger of(Locality place) {
        Dice dice = new Dice("ngan-sach" + place.id().value());
        double size = place.people() / 10_000.0;
        List<Account> revenue = accounts(dice, "revenue.txt", size * (place.town() ? 2.2 : 1.15 - place.remoteness()));
        List<Account> regular = accounts(dice, "spending.txt", size * (0.9 + place.remoteness() * 0.35));
        long regularNext = Account.sum("", regular).next();
        long investment = Math.round(size * dice.between(4_100, 6_300));
        long programmes = Math.round(size * place.remoteness() * dice.between(7_000, 9_500));
        return new Ledger(place.name(), revenue, regular, investment, Math.round(regularNext * 0.02), programmes);
    }

    /** The province's own level. */
    static Ledger province() {
        Dice dice = new Dice("ngan-sach-tinh");
        List<Account> revenue = accounts(dice, "revenue.txt", 34);
        List<Account> regular = accounts(dice, "spending.txt", 48);
        long reserve = Math.round(Account.sum("", regular).next() * 0.02);
        return new Ledger("Cấp tỉnh", revenue, regular, 2_486_300, reserve, 412_750);
    }

    /** The lines of a file, each scaled, with its own outturn and growth. */
    private static List<Account> accounts(Dice dice, String file, double scale) {
        List<Account> accounts = new ArrayList<>();
        for (List<String> fields : Stock.rows(file)) {
            long planned = Math.round(Integer.parseInt(fields.get(1)) * scale * dice.between(0.8, 1.2));
            long expected = Math.round(planned * dice.between(0.97, 1.14));
            long next = Math.round(expected * dice.between(1.02, 1.12));
            accounts.add(new Account(fields.get(0), planned, expected, next));
        }
        return List.copyOf(accounts);
    }
}
