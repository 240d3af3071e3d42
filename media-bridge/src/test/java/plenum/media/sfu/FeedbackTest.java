package plenum.media.sfu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.media.api.BridgeEvent;
import plenum.media.rtcp.RtcpReader;
import plenum.media.rtcp.RtcpVisitor;

/** The RTCP between a bridge and its endpoints: nothing of it passes through, all of it is answered or made here. */
class FeedbackTest {
    private final TestBridge bridge = new TestBridge();

    @AfterEach
    void close() {
        bridge.close();
    }

    @Test
    void aSenderIsToldWhenItsPacketsCame() throws InterruptedException {
        var an = bridge.join("an");
        an.speak(1, 80);
        told(an, arrivals());
    }

    private static Sought arrivals() {
        return new Sought() {
            @Override
            public void transportFeedback(byte[] buffer, int fciOffset, int fciLength) {
                found(fciLength > 8);
            }
        };
    }

    @Test
    void aSenderIsToldHowManyOfItsPacketsGotLost() throws InterruptedException {
        var an = bridge.join("an");
        var stream = an.speak(1, 80);
        told(an, arrivals()); // what is missing before the first packet is not lost
        an.peer().execute(stream::skip);
        told(an, new Sought() {
            @Override
            public void reportBlock(
                    int reporter,
                    int ssrc,
                    int fractionLost,
                    int cumulativeLost,
                    int highestSequence,
                    int jitter,
                    int lastSenderReport,
                    int delay) {
                found(ssrc == 1 && cumulativeLost == 1);
            }
        });
    }

    @Test
    void aSenderIsAskedForAKeyFrameAsSoonAsSomebodyWantsToSee() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        bridge.next(BridgeEvent.SourceActive.class, event -> true);
        bridge.want(binh, 180);
        told(an, new Sought() {
            @Override
            public void pictureLoss(int mediaSsrc) {
                found(mediaSsrc == 10);
            }
        });
    }

    @Test
    void aSenderIsAskedForWhatIsMissingOfAPictureThatIsShown() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        var stream = an.film(10, "q", 180);
        bridge.want(binh, 180);
        binh.next("v0");
        an.peer().execute(stream::skip);
        told(an, new Sought() {
            @Override
            public void nack(int mediaSsrc, int sequence) {
                found(mediaSsrc == 10);
            }
        });
    }

    @Test
    void aSenderIsAskedForWhatIsMissingOfAVoiceThatIsHeard() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        var stream = an.speak(1, 80);
        binh.next("a0");
        an.peer().execute(stream::skip);
        told(an, new Sought() {
            @Override
            public void nack(int mediaSsrc, int sequence) {
                found(mediaSsrc == 1);
            }
        });
    }

    @Test
    void aReceiverIsToldWhichTimeAVoiceAndAPictureBelongTo() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        an.film(10, "q", 180);
        bridge.want(binh, 180);
        reported(binh, binh.slot("a0"));
        reported(binh, binh.slot("v0"));
    }

    private void reported(Participant receiver, int slot) throws InterruptedException {
        told(receiver, new Sought() {
            @Override
            public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
                found(ssrc == slot && packets > 0);
            }
        });
    }

    @Test
    void theRoundTripIsMeasuredByTheReceiversReport() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.speak(1, 80);
        var report = new Sought() {
            private int middle;

            @Override
            public void senderReport(int ssrc, long ntp, int rtpTimestamp, int packets, int octets) {
                middle = (int) (ntp >> 16);
                found(ssrc == binh.slot("a0"));
            }
        };
        told(binh, report);
        binh.send(writer ->
                writer.receiverReport(7) && writer.reportBlock(binh.slot("a0"), 0, 0, 0, 0, report.middle, 0));
        var quality = bridge.next(
                BridgeEvent.Quality.class,
                event -> event.endpoint().equals(binh.id()) && event.line().roundTripMs() >= 0);
        assertThat(quality.line().roundTripMs()).isLessThan(5_000);
        assertThat(quality.line().downBps()).isPositive();
    }

    @Test
    void aLostPacketIsRepeatedAsItWas() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        bridge.want(binh, 180);
        int sequence = binh.next("v0").sequence();
        long refused = binh.refused();
        binh.send(writer -> writer.nack(7, binh.slot("v0"), new int[] {sequence}, 1));
        binh.awaitRefused(refused + 1);
    }

    @Test
    void whoCannotGoOnDecodingGetsAKeyFrame() throws InterruptedException {
        var an = bridge.join("an");
        var binh = bridge.join("binh");
        an.film(10, "q", 180);
        bridge.want(binh, 180);
        binh.next("v0");
        for (int i = 0; i < 20; i++) {
            binh.next("v0");
        }
        binh.send(writer -> writer.pictureLoss(7, binh.slot("v0")));
        binh.next("v0", packet -> Vp8Frame.key(packet.buffer(), packet.payloadOffset()));
    }

    private static void told(Participant who, Sought sought) throws InterruptedException {
        var unused = who.received().nextRtcp(data -> RtcpReader.read(data, 0, data.length, sought) && sought.found);
    }

    private abstract static class Sought implements RtcpVisitor {
        private boolean found;

        void found(boolean here) {
            found |= here;
        }
    }
}
