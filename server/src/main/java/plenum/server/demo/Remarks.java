package plenum.server.demo;

import java.util.ArrayList;
import java.util.List;

/** What the finance office remarks on a commune's budget: follows from its figures. */
final class Remarks {
    private Remarks() {}

    static String of(Locality place, Ledger ledger) {
        List<String> remarks = new ArrayList<>();
        Account own = ledger.ownRevenue();
        double done = own.expected() * 100.0 / own.planned();
        remarks.add(
                done >= 105
                        ? "Thu năm 2026 ước vượt dự toán " + Num.one(done - 100)
                                + "%; số tăng thu dành 70% tạo nguồn cải cách tiền lương theo quy định"
                        : "Thu năm 2026 ước đạt " + Num.one(done) + "% dự toán; " + place.kind()
                                + " tiếp tục rà soát nguồn thu, chống thất thu, thu hồi nợ đọng thuế");
        Account land = ledger.revenue().stream()
                .filter(account -> account.name().equals("Tiền sử dụng đất"))
                .findFirst()
                .orElseThrow();
        if (land.next() * 4 > own.next())
            remarks.add("Tiền sử dụng đất chiếm " + Num.percent(land.next(), own.next())
                    + "% dự toán thu, chỉ bố trí chi đầu tư theo tiến độ thu thực tế");
        if (place.poorPercent() > 25)
            remarks.add(
                    "Là địa bàn đặc biệt khó khăn, được áp dụng hệ số 1,15 khi phân bổ chi hoạt động kinh tế và bảo đảm xã hội");
        else if (place.town())
            remarks.add("Ngân sách phường tự cân đối " + Num.percent(own.next(), ledger.spending()) + "% nhiệm vụ chi");
        remarks.add(
                "Dự phòng bố trí bằng 2% chi thường xuyên để phòng, chống, khắc phục hậu quả thiên tai, dịch bệnh và nhiệm vụ cấp bách");
        return "Ghi chú: " + String.join(". ", remarks) + ".";
    }
}
