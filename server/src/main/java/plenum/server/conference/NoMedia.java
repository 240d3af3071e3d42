package plenum.server.conference;

import org.jspecify.annotations.Nullable;
import plenum.server.live.CloseCode;
import plenum.server.live.Connection;

/** What a browser hears from a server without a media bridge. */
final class NoMedia implements Connection.Protocol {
    private final Connection connection;

    NoMedia(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void onMessage(byte[] utf8) {
        connection.close(CloseCode.NO_MEDIA);
    }

    @Override
    public void onDrain() {}

    @Override
    public void onClosed(@Nullable CloseCode ours, int theirs) {}
}
