package plenum.server.demo;

/**
 * One line of a budget over two years, in million dong.
 *
 * @param planned for 2026
 * @param expected outturn of 2026
 * @param next planned for 2027
 */
record Account(String name, long planned, long expected, long next) {
    Account plus(Account other) {
        return new Account(name, planned + other.planned, expected + other.expected, next + other.next);
    }

    static Account sum(String name, Iterable<Account> accounts) {
        Account sum = new Account(name, 0, 0, 0);
        for (Account account : accounts) sum = sum.plus(account);
        return sum;
    }

    /** The cells after the name: 2026 planned, expected, percent; 2027 and its percent of the outturn. */
    String[] cells(String ordinal) {
        return new String[] {
            ordinal,
            name,
            Num.orBlank(planned),
            Num.orBlank(expected),
            Num.percent(expected, planned),
            Num.orBlank(next),
            Num.percent(next, expected)
        };
    }
}
