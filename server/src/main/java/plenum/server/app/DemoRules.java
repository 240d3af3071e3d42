package plenum.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import plenum.server.demo.DemoBody;
import plenum.server.kernel.BallotRules;
import plenum.server.platform.Json;

/** How the demo's bodies decide, with citations: files {@code rules-*.json} beside this class. */
final class DemoRules {
    private DemoRules() {}

    static BallotRules of(DemoBody.Kind kind) {
        return read(
                switch (kind) {
                    case PROVINCE_COUNCIL -> "rules-province.json";
                    case COMMUNE_COUNCIL -> "rules-commune.json";
                    case COMMITTEE -> "rules-committee.json";
                });
    }

    private static BallotRules read(String name) {
        try (var in = Objects.requireNonNull(DemoRules.class.getResourceAsStream(name))) {
            return Json.read(in.readAllBytes(), BallotRules.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
