package plenum.server.live;

import java.util.Map;
import plenum.server.hall.Hall;
import plenum.server.kernel.Audience;

/**
 * The state of a session that is being shown. Immutable.
 *
 * @param views of every audience that somebody asked for since the session was opened here
 */
record Showing(Hall hall, Map<Audience, AudienceView> views) {
    Showing {
        views = Map.copyOf(views);
    }

    /** Whether the audience has a view that is not hidden from it. */
    boolean shows(Audience audience) {
        var view = views.get(audience);
        return view != null && !view.hidden();
    }

    /** The audience's view; it exists once a socket of that audience was admitted. */
    AudienceView view(Audience audience) {
        var view = views.get(audience);
        if (view == null) throw new IllegalStateException("no view yet for " + audience);
        return view;
    }
}
