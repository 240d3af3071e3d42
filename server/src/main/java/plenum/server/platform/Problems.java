package plenum.server.platform;

import org.jspecify.annotations.Nullable;
import plenum.server.kernel.Problem;

/** RFC 9457 bodies of problems; the same on HTTP and on the live socket. */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** The schema {@code Problem} of openapi.yaml; what is null is left out. */
    public record Body(
            String type,
            String code,
            String title,
            int status,
            String detail,
            @Nullable String requestId,
            @Nullable Long retryAfterSeconds) {}

    public static Body body(Problem problem) {
        return body(problem, null, null);
    }

    public static Body body(Problem problem, @Nullable String requestId, @Nullable Long retryAfterSeconds) {
        var code = problem.code();
        return new Body(
                code.type(),
                code.code(),
                code.title(),
                code.kind().status(),
                problem.detail(),
                requestId,
                retryAfterSeconds);
    }
}
