package plenum.media.net;

import io.netty.channel.Channel;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses how packets leave a socket: by what this machine is found to do, not by what it says of itself. */
final class Outlets {
    private static final Logger LOG = LoggerFactory.getLogger(Outlets.class);
    private static final int PATIENCE_MS = 500;
    private static final int[] TRIAL = {1_200, 1_200, 700};

    private Outlets() {}

    /**
     * Before the socket is read or written by anybody else.
     *
     * @param channel over epoll, bound
     */
    static Outlet segmentedIfPossible(Channel channel) {
        var call = SendCall.find();
        if (call.isPresent()) {
            var outlet = new SegmentedOutlet(channel, call.get()::send);
            if (passes(outlet, (InetSocketAddress) channel.localAddress())) {
                return outlet;
            }
        }
        LOG.info("{} sends packet by packet: nothing here cuts messages", channel.localAddress());
        return new QueuedOutlet(channel);
    }

    /** Whether one message to a socket beside it arrives as the packets it was made of. */
    private static boolean passes(SegmentedOutlet outlet, InetSocketAddress own) {
        try (var peer = new DatagramSocket(new InetSocketAddress(own.getAddress(), 0))) {
            peer.setSoTimeout(PATIENCE_MS);
            for (int i = 0; i < TRIAL.length; i++) {
                outlet.send(packet(i), 0, TRIAL[i], (InetSocketAddress) peer.getLocalSocketAddress());
            }
            outlet.flush();
            return outlet.apart() == 0 && arrive(peer);
        } catch (IOException nothingCame) {
            return false;
        }
    }

    private static boolean arrive(DatagramSocket peer) throws IOException {
        for (int i = 0; i < TRIAL.length; i++) {
            var packet = new DatagramPacket(new byte[Transport.MAX_PACKET], Transport.MAX_PACKET);
            peer.receive(packet);
            if (!Arrays.equals(packet(i), Arrays.copyOf(packet.getData(), packet.getLength()))) {
                return false;
            }
        }
        return true;
    }

    private static byte[] packet(int index) {
        byte[] packet = new byte[TRIAL[index]];
        Arrays.fill(packet, (byte) (index + 1));
        return packet;
    }
}
