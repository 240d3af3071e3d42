package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.kernel.Refusal;

final class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "Tờ trình 125.pdf, Tờ trình 125.pdf",
        "TO TRINH.PDF, TO TRINH.pdf",
        "Báo cáo, Báo cáo.pdf",
        "C:\\Users\\an\\Nghị quyết.pdf, Nghị quyết.pdf",
        "../../etc/passwd, passwd.pdf",
        "..pdf.pdf, pdf.pdf",
        "a\u202Efdp.exe, afdp.exe.pdf",
        "a\u0001b\u0007c.pdf, abc.pdf",
        "giá  <vàng>?.pdf, giá _vàng__.pdf"
    })
    void aNameIsWhatCanBeReadOfIt(String given, String shown) {
        assertThat(FileName.of(given).value()).isEqualTo(shown);
    }

    @Test
    void aDecomposedNameIsComposed() {
        assertThat(FileName.of("Nghi\u0323 quye\u0302\u0301t.pdf").value()).isEqualTo("Nghị quyết.pdf");
    }

    @Test
    void aLongNameIsCutAndStaysAPdf() {
        assertThat(FileName.of("ệ".repeat(400) + ".pdf").value()).hasSize(200).endsWith("ệ.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".pdf", "...", "\u202E\u200B", "a/", "   "})
    void aNameWithNothingToReadIsRefused(String given) {
        assertThatThrownBy(() -> FileName.of(given)).isInstanceOf(Refusal.class);
    }

    @Test
    void readersGetThePlainAndTheExactName() {
        assertThat(FileName.of("Dự thảo Nghị quyết số 5%.pdf").contentDisposition())
                .isEqualTo(
                        "inline; filename=\"Du thao Nghi quyet so 5_.pdf\"; "
                                + "filename*=UTF-8''D%E1%BB%B1%20th%E1%BA%A3o%20Ngh%E1%BB%8B%20quy%E1%BA%BFt%20s%E1%BB%91%205%25.pdf");
    }
}
