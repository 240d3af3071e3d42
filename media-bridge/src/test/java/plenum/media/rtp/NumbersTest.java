package plenum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void aSequenceNumberIsExtendedToTheNearest() {
        assertThat(SequenceNumbers.extend(5, 3)).isEqualTo(5);
        assertThat(SequenceNumbers.extend(2, 0xfffe)).isEqualTo(0x10002);
        assertThat(SequenceNumbers.extend(0xfffe, 0x10002)).isEqualTo(0xfffe);
        assertThat(SequenceNumbers.extend(0x1234, 0x7_0000_1230L)).isEqualTo(0x7_0000_1234L);
        assertThat(SequenceNumbers.extend(0xffff, 0)).isEqualTo(-1);
    }

    @Test
    void newerIsAheadByLessThanHalf() {
        assertThat(SequenceNumbers.newer(1, 0xffff)).isTrue();
        assertThat(SequenceNumbers.newer(0xffff, 1)).isFalse();
        assertThat(SequenceNumbers.newer(7, 7)).isFalse();
        assertThat(SequenceNumbers.difference(0, 0xfff0)).isEqualTo(16);
        assertThat(SequenceNumbers.difference(0xfff0, 0)).isEqualTo(-16);
        assertThat(SequenceNumbers.next(0xffff)).isZero();
    }

    @Test
    void timestampsWrap() {
        assertThat(SequenceNumbers.newerTimestamp(0x8000_0001, 0x7fff_ffff)).isTrue();
        assertThat(SequenceNumbers.newerTimestamp(3, -3)).isTrue();
        assertThat(SequenceNumbers.timestampDifference(-3, 3)).isEqualTo(-6);
    }

    @Test
    void payloadTypesAreDistinct() {
        for (Codec codec : Codec.values()) {
            assertThat(Codec.of(codec.payloadType())).isSameAs(codec);
            assertThat(Codec.ofRtx(codec.payloadType())).isNull();
            if (codec.video()) {
                assertThat(Codec.ofRtx(codec.rtxPayloadType())).isSameAs(codec);
                assertThat(Codec.of(codec.rtxPayloadType())).isNull();
            }
        }
        assertThat(Codec.of(0)).isNull();
    }

    @Test
    void integersAreInNetworkOrder() {
        byte[] b = new byte[8];
        Bytes.put32(b, 1, 0x89abcdef);
        assertThat(b).containsExactly(0, 0x89, 0xab, 0xcd, 0xef, 0, 0, 0);
        assertThat(Bytes.u32(b, 1)).isEqualTo(0x89abcdefL);
        assertThat(Bytes.i32(b, 1)).isEqualTo(0x89abcdef);
        Bytes.put24(b, 5, 0xfedcba);
        assertThat(Bytes.u24(b, 5)).isEqualTo(0xfedcba);
        assertThat(Bytes.u16(b, 6)).isEqualTo(0xdcba);
    }
}
