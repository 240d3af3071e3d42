package plenum.server.form;

/**
 * The head of the first page: organ and number at the left, national title, place and date at the right.
 *
 * @param superior the organ above, or empty
 * @param organ that issues the paper; a line feed in it forces a new line
 * @param number for example "Số: 12/TTr-UBND"
 * @param placeDate for example "Điện Biên, ngày 08 tháng 12 năm 2026"
 * @param mark in a box below the number, for example "DỰ THẢO", or empty
 */
public record Letterhead(String superior, String organ, String number, String placeDate, String mark) {
    static final String COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    /** A head without a superior organ and without a mark. */
    public static Letterhead of(String organ, String number, String placeDate) {
        return new Letterhead("", organ, number, placeDate, "");
    }
}
