package plenum.server.points;

import org.jspecify.annotations.Nullable;

/** Who hosts the video of the session instead of this server. */
public record ExternalHost(
        String host, @Nullable String link, @Nullable String note) {}
