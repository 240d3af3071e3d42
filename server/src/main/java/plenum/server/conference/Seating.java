package plenum.server.conference;

/** What a browser may do at its place in a room. Director's thread only. */
interface Seating {
    void answer(Seat seat, ClientSays.Answer answer);

    void renew(Seat seat);

    void want(Seat seat, Wish wish);

    void switched(Seat seat, Switches switches);

    /** The whole list of people, for one who has none or missed changes. */
    void everyone(Seat seat);

    /** The browser is gone. @param keep the endpoint for a while, so that the browser can come back to it */
    void leave(Seat seat, Client client, boolean keep);
}
