package plenum.server.minutes;

import java.util.ArrayList;
import java.util.Optional;
import plenum.server.ballots.Electronic;
import plenum.server.ballots.Poll;
import plenum.server.kernel.BodyKind;

/** What the minutes say of an electronic secret ballot beside its result: how anybody can check it. */
final class ElectronicWords {
    private ElectronicWords() {}

    /** Empty of a poll on paper, and of one that has not begun. */
    static Optional<String> of(BodyKind body, Poll poll) {
        return Optional.ofNullable(poll.electronic()).map(electronic -> words(body, poll, electronic));
    }

    private static String words(BodyKind body, Poll poll, Electronic electronic) {
        var sentences = new ArrayList<String>();
        sentences.add("Bỏ phiếu kín bằng máy: %d %s nhận phiếu điện tử, danh sách người nhận có trong nhật ký kỳ họp."
                .formatted(electronic.issued(), body.member()));
        if (electronic.defined() != null) {
            sentences.add("Mã nội dung bỏ phiếu (SHA-256): %s."
                    .formatted(electronic.defined().hash()));
        }
        if (electronic.root() != null && poll.result() != null) {
            sentences.add("Trong hòm có %d phiếu; mã gốc của bảng phiếu (RFC 6962): %s."
                    .formatted(poll.result().count().collected(), electronic.root()));
            sentences.add(
                    "Bảng phiếu kiểm tra được bằng VerifyBallots.java hoặc verify-ballots.html kèm theo bảng phiếu,"
                            + " không cần hệ thống này.");
        }
        return String.join(" ", sentences);
    }
}
