package plenum.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.server.platform.Sha256;

/** RFC 9110 sections 13.1 and 14. */
final class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-99, 0, 100",
        "bytes=0-, 0, 1000",
        "bytes=10-19, 10, 10",
        "bytes=990-, 990, 10",
        "bytes=999-999, 999, 1",
        "bytes=500-5000, 500, 500",
        "bytes=-1, 999, 1",
        "bytes=-1000, 0, 1000",
        "bytes=-5000, 0, 1000",
        "BYTES=1-2, 1, 2"
    })
    void ofAThousandBytesTheseAreSent(String header, long offset, long length) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Part(offset, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=5000-6000", "bytes=-0"})
    void theseCannotBeSatisfied(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=5-4",
                "bytes=-",
                "bytes=",
                "bytes",
                "pages=1-2",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "bytes=--1",
                "bytes=99999999999999999999-"
            })
    void theseAreNoRangeAndGetTheWhole(String header) {
        assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void withoutTheHeaderTheWholeIsSent() {
        assertThat(ByteRange.of(null, 1000)).isEqualTo(new ByteRange.Whole());
    }

    @Test
    void aTagThatTheClientHasSparesTheBytes() {
        var tag = new EntityTag(Sha256.of(new byte[] {1}));
        assertThat(tag.isAmong(tag.toString())).isTrue();
        assertThat(tag.isAmong("\"other\", W/" + tag)).isTrue();
        assertThat(tag.isAmong("*")).isTrue();
        assertThat(tag.isAmong("\"other\"")).isFalse();
        assertThat(tag.isAmong(null)).isFalse();
    }

    @Test
    void aRangeOfOtherBytesIsIgnored() {
        var tag = new EntityTag(Sha256.of(new byte[] {1}));
        assertThat(tag.allowsRange(null)).isTrue();
        assertThat(tag.allowsRange(tag.toString())).isTrue();
        assertThat(tag.allowsRange("W/" + tag)).isFalse();
        assertThat(tag.allowsRange("\"other\"")).isFalse();
        assertThat(tag.allowsRange("Sun, 22 Nov 2026 00:00:00 GMT")).isFalse();
    }
}
