package plenum.server.kernel;

import java.util.List;

/** What the rules say to one command. */
public sealed interface Decision {
    /** @param events in order; empty when the wish is already fulfilled */
    record Accepted(List<SessionEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Problem problem) implements Decision {}

    static Decision accept(SessionEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision accept(List<SessionEvent> events) {
        return new Accepted(events);
    }

    static Decision refuse(Problem.Code code, String detail) {
        return new Refused(code.because(detail));
    }
}
