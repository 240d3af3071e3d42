package plenum.server.access;

import java.util.Locale;
import plenum.server.kernel.Problem;

/** What a stranger hears: the thing does not exist. The same answer as for an id that nobody ever made. */
public enum StrangerProblem implements Problem.Code {
    SESSIONS_NO_SUCH_SESSION("sessions", "Không tìm thấy kỳ họp."),
    UNITS_NO_SUCH_BODY("units", "Không tìm thấy cơ quan này."),
    IDENTITY_NO_SUCH_PERSON("identity", "Không tìm thấy người dùng này.");

    private final String part;
    private final String title;

    StrangerProblem(String part, String title) {
        this.part = part;
        this.title = title;
    }

    @Override
    public String part() {
        return part;
    }

    @Override
    public Problem.Kind kind() {
        return Problem.Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String code() {
        return part + ":"
                + name().substring(part.length() + 1).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
