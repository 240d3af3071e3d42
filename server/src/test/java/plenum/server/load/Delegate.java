package plenum.server.load;

import io.vertx.core.http.WebSocket;
import org.jspecify.annotations.Nullable;

/** One tablet of the fleet. Its event loop writes, everybody reads. */
final class Delegate {
    private static final String STATE = "{\"t\":\"state\",\"seq\":";
    private static final String DONE = "{\"t\":\"done\",";
    private static final String REFUSED = "{\"t\":\"refused\",";

    final String person;
    final String token;
    final Fleet fleet;
    private volatile @Nullable WebSocket socket;
    volatile long seq; // of the newest state
    long states;
    long chars;

    Delegate(Fleet fleet, String person, String token) {
        this.fleet = fleet;
        this.person = person;
        this.token = token;
    }

    void sits(WebSocket opened) {
        socket = opened;
    }

    WebSocket socket() {
        var opened = socket;
        if (opened == null) throw new IllegalStateException(person + " is not connected");
        return opened;
    }

    /** Says something when connected. */
    void say(String text) {
        var opened = socket;
        if (opened != null && !opened.isClosed()) opened.writeTextMessage(text);
    }

    void heard(String text) {
        chars += text.length();
        if (text.startsWith(STATE)) {
            seq = number(text, STATE.length());
            states++;
            fleet.state(this);
        } else if (text.startsWith(DONE)) {
            fleet.done(this);
        } else if (text.startsWith(REFUSED)) {
            fleet.refused(this, text);
        }
    }

    private static long number(String text, int from) {
        var value = 0L;
        for (var i = from; Character.isDigit(text.charAt(i)); i++) value = value * 10 + text.charAt(i) - '0';
        return value;
    }
}
