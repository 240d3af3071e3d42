package plenum.server.demo;

import java.util.Locale;

/** Numbers as official papers write them: full stops between thousands, a comma before decimals. */
final class Num {
    private Num() {}

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
    }

    /** An empty cell rather than a nought. */
    static String orBlank(long number) {
        return number == 0 ? "" : whole(number);
    }

    static String one(double number) {
        return decimals(number, 1);
    }

    static String two(double number) {
        return decimals(number, 2);
    }

    private static String decimals(double number, int places) {
        String plain = String.format(Locale.ROOT, "%,." + places + "f", number);
        return plain.replace(',', ' ').replace('.', ',').replace(' ', '.');
    }

    /** The part in the whole, in percent with one decimal. */
    static String percent(double part, double whole) {
        return whole == 0 ? "" : one(part * 100 / whole);
    }

    /** Million dong as thousand million ("tỷ đồng") with one decimal. */
    static String billions(long millions) {
        return one(millions / 1000.0);
    }

    /** From 1 to 49. */
    static String roman(int number) {
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        String[] tens = {"", "X", "XX", "XXX", "XL"};
        return tens[number / 10] + ones[number % 10];
    }
}
