package plenum.server.conference;

import plenum.server.live.CloseCode;

/** A browser at the other end of a media socket; any thread. */
interface Client {
    /**
     * Sends the message, or, while the socket's buffer is full, keeps it until there is room unless a newer one of its
     * subject comes.
     */
    void tell(ServerSays message);

    void end(CloseCode why);
}
