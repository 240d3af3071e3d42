package plenum.media.rtp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RtpPacketTest {
    private final RtpPacket packet = new RtpPacket();

    @Test
    void theFixedHeaderIsRead() {
        parse(new Packets().build());
        assertThat(packet.payloadType()).isEqualTo(100);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.sequence()).isEqualTo(0xfedc);
        assertThat(packet.timestamp()).isEqualTo(0x89abcdef);
        assertThat(packet.ssrc()).isEqualTo(0xcafebabe);
        assertThat(packet.payloadOffset()).isEqualTo(12);
        assertThat(packet.payloadLength()).isEqualTo(10);
    }

    @Test
    void aPacketMayLieAnywhereInTheBuffer() {
        byte[] b = new Packets().extension(5, (byte) 1, (byte) 2).padding(3).build();
        byte[] wide = new byte[b.length + 50];
        System.arraycopy(b, 0, wide, 20, b.length);
        assertThat(packet.parse(wide, 20, b.length)).isTrue();
        assertThat(packet.ssrc()).isEqualTo(0xcafebabe);
        assertThat(packet.transportSequence()).isEqualTo(0x0102);
        assertThat(packet.payloadOffset()).isEqualTo(20 + 20);
        assertThat(packet.payloadLength()).isEqualTo(10);
    }

    @Test
    void contributorsAreSkipped() {
        parse(new Packets().contributors(15).build());
        assertThat(packet.payloadOffset()).isEqualTo(72);
        assertThat(packet.payloadLength()).isEqualTo(10);
    }

    @Test
    void paddingIsNoPayload() {
        parse(new Packets().padding(7).build());
        assertThat(packet.payloadLength()).isEqualTo(10);
        assertThat(packet.paddingLength()).isEqualTo(7);
    }

    @Test
    void aPacketMayBeAllPadding() {
        parse(new Packets().payload(0).padding(255).build());
        assertThat(packet.payloadLength()).isZero();
        assertThat(packet.paddingLength()).isEqualTo(255);
    }

    @Test
    void paddingBeyondThePayloadIsRefused() {
        byte[] b = new Packets().padding(7).build();
        b[b.length - 1] = 18;
        refuse(b);
        b[b.length - 1] = 0;
        refuse(b);
        b[b.length - 1] = 17;
        parse(b);
    }

    @Test
    void oneByteExtensionsAreRead() {
        checkExtensions(new Packets());
    }

    @Test
    void twoByteExtensionsAreRead() {
        checkExtensions(new Packets().twoByteExtensions());
        checkExtensions(new Packets().profile(0x100f));
    }

    private void checkExtensions(Packets packets) {
        parse(packets.extension(MediaFormats.AUDIO_LEVEL, (byte) (0x80 | 42))
                .extension(MediaFormats.TRANSPORT_SEQUENCE, (byte) 0xff, (byte) 0xfe)
                .raw((byte) 0)
                .extension(MediaFormats.MID, "0".getBytes(US_ASCII))
                .extension(MediaFormats.RID, "h".getBytes(US_ASCII))
                .extension(MediaFormats.REPAIRED_RID, "screen-1_x".getBytes(US_ASCII))
                .build());
        assertThat(packet.audioLevel()).isEqualTo(42);
        assertThat(packet.voice()).isTrue();
        assertThat(packet.transportSequence()).isEqualTo(0xfffe);
        assertThat(packet.mid()).isEqualTo("0");
        assertThat(packet.rid()).isEqualTo("h");
        assertThat(packet.repairedRid()).isEqualTo("screen-1_x");
        assertThat(packet.extension(MediaFormats.ABS_SEND_TIME)).isNegative();
        assertThat(packet.payloadLength()).isEqualTo(10);
    }

    @Test
    void withoutExtensionsThereIsNothing() {
        parse(new Packets().extension(MediaFormats.AUDIO_LEVEL, (byte) 1).build());
        parse(new Packets().build());
        assertThat(packet.audioLevel()).isEqualTo(-1);
        assertThat(packet.voice()).isFalse();
        assertThat(packet.transportSequence()).isEqualTo(-1);
        assertThat(packet.mid()).isNull();
        assertThat(packet.extensionLength(MediaFormats.AUDIO_LEVEL)).isZero();
    }

    @Test
    void anEmptyTwoByteExtensionSaysNothing() {
        parse(new Packets()
                .twoByteExtensions()
                .extension(MediaFormats.AUDIO_LEVEL)
                .extension(MediaFormats.TRANSPORT_SEQUENCE, (byte) 1)
                .extension(MediaFormats.RID)
                .build());
        assertThat(packet.extension(MediaFormats.AUDIO_LEVEL)).isPositive();
        assertThat(packet.audioLevel()).isEqualTo(-1);
        assertThat(packet.transportSequence()).isEqualTo(-1);
        assertThat(packet.rid()).isNull();
    }

    @Test
    void extensionsOfAnotherKindAreSkipped() {
        parse(new Packets().profile(0xabcd).extension(5, (byte) 1, (byte) 2).build());
        assertThat(packet.transportSequence()).isEqualTo(-1);
        assertThat(packet.payloadLength()).isEqualTo(10);
    }

    @Test
    void idFifteenEndsOneByteExtensions() {
        parse(new Packets()
                .extension(1, (byte) 5)
                .raw((byte) 0xf3)
                .extension(5, (byte) 1, (byte) 2)
                .build());
        assertThat(packet.audioLevel()).isEqualTo(5);
        assertThat(packet.transportSequence()).isEqualTo(-1);
    }

    @Test
    void anElementBeyondTheEndIsRefused() {
        refuse(new Packets().raw((byte) 0x53, (byte) 1, (byte) 2, (byte) 3).build());
        refuse(new Packets()
                .twoByteExtensions()
                .raw((byte) 5, (byte) 3, (byte) 2, (byte) 3)
                .build());
        refuse(new Packets()
                .twoByteExtensions()
                .raw((byte) 0, (byte) 0, (byte) 0, (byte) 3)
                .build());
    }

    @Test
    void everyTruncationOfTheHeaderIsRefused() {
        byte[] b = new Packets()
                .contributors(2)
                .extension(5, (byte) 1, (byte) 2)
                .payload(0)
                .build();
        parse(b);
        for (int length = 0; length < b.length; length++) {
            refuse(Arrays.copyOf(b, length));
        }
    }

    @Test
    void anotherVersionIsRefused() {
        byte[] b = new Packets().build();
        b[0] ^= (byte) 0xc0;
        refuse(b);
    }

    @Test
    void aLengthBeyondTheBufferIsRefused() {
        byte[] b = new Packets().build();
        assertThat(packet.parse(b, 0, b.length + 1)).isFalse();
        assertThat(packet.parse(b, 1, b.length)).isFalse();
        assertThat(packet.parse(b, -1, b.length)).isFalse();
        assertThat(packet.parse(b, Integer.MAX_VALUE, b.length)).isFalse();
    }

    @Test
    void anIdSeenBeforeIsTheSameString() {
        parse(new Packets().extension(MediaFormats.MID, (byte) 'v', (byte) '7').build());
        var first = packet.mid();
        parse(new Packets().extension(MediaFormats.MID, (byte) 'v', (byte) '7').build());
        assertThat(packet.mid()).isSameAs(first).isEqualTo("v7");
    }

    @Test
    void anIdThatIsNoneIsLeftOut() {
        parse(new Packets().extension(MediaFormats.MID, (byte) '<').build());
        assertThat(packet.mid()).isNull();
        parse(new Packets()
                .twoByteExtensions()
                .extension(MediaFormats.MID, "x".repeat(17).getBytes(US_ASCII))
                .build());
        assertThat(packet.mid()).isNull();
    }

    private void parse(byte[] b) {
        assertThat(packet.parse(b, 0, b.length)).isTrue();
    }

    private void refuse(byte[] b) {
        assertThat(packet.parse(b, 0, b.length)).as("%d bytes", b.length).isFalse();
    }
}
