package plenum.media.dtls;

import java.io.IOException;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/** One side's part in a handshake; blocks while it goes on. */
interface Handshake {
    int TIME_LIMIT_MS = 10_000;

    /** Doubles with each repetition. Short, for bad lines: six fit into the time limit. */
    int FIRST_REPETITION_MS = 100;

    /** Looks at the peer's certificate in DER when it comes. */
    interface Check {
        void peer(byte[] certificate) throws IOException;
    }

    DTLSTransport run(Datagrams datagrams) throws IOException;

    /** After {@link #run}. */
    @Nullable
    KeyingMaterial keys();
}
