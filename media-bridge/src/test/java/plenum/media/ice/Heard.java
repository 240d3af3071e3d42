package plenum.media.ice;

import java.util.ArrayList;
import java.util.List;
import plenum.media.net.Route;

/** Keeps what a listener of ICE hears, in words. */
final class Heard implements IceListener {
    private final List<String> words = new ArrayList<>();

    @Override
    public void selected(Route route, long nowNs) {
        words.add("selected " + route.address().getPort());
    }

    @Override
    public void disconnected(long nowNs) {
        words.add("disconnected");
    }

    @Override
    public void back(long nowNs) {
        words.add("back");
    }

    List<String> words() {
        return words;
    }
}
