package plenum.server.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list: schema SessionPage. @param next cursor of the page after; null on the last */
public record SessionPage(
        List<SessionSummary> sessions, @Nullable String next) {}
