package plenum.server.hall;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import plenum.server.points.ExternalHost;

/** Who hosts the video instead of this server: schema ExternalHost. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HostView(
        String host, @Nullable String link, @Nullable String note) {
    public static @Nullable HostView of(@Nullable ExternalHost external) {
        return external == null ? null : new HostView(external.host(), external.link(), external.note());
    }
}
