package plenum.server.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;
import plenum.server.renditions.Stamps;
import plenum.server.renditions.Stamps.Stamped;

/** Gives each reader the own copy of a paper, with the reader's name and the hour on every page. */
public final class Watermarks {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH 'giờ' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    private static final Duration TURN = Duration.ofHours(1);

    private final Stamps stamps;
    private final Function<PersonId, String> names;
    private final InstantSource clock;

    /** @param names full name of a person */
    public Watermarks(Stamps stamps, Function<PersonId, String> names, InstantSource clock) {
        this.stamps = stamps;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The copy of this hour. Refusal NOT_STAMPED: never the paper without the name.
     *
     * @param ifRange tag of the copy that the reader has begun to fetch, which may be of an hour before
     */
    StoredPaper of(StoredPaper paper, PersonId reader, @Nullable String ifRange) {
        var name = names.apply(reader);
        var now = clock.instant();
        return begun(paper, name, now, ifRange)
                .or(() -> made(paper, words(name, now)))
                .map(copy -> new StoredPaper(copy.file(), copy.bytes(), copy.sha256(), paper.fileName(), true))
                .orElseThrow(() -> PaperProblem.NOT_STAMPED.refusal("no stamped copy of " + paper.sha256()));
    }

    private Optional<Stamped> begun(StoredPaper paper, String name, Instant now, @Nullable String ifRange) {
        return ifRange == null
                ? Optional.empty()
                : Stream.of(now, now.minus(TURN), now.minus(TURN.multipliedBy(2)))
                        .flatMap(hour -> stamps.kept(paper.sha256(), words(name, hour)).stream())
                        .filter(copy -> new EntityTag(copy.sha256()).allowsRange(ifRange))
                        .findFirst();
    }

    private Optional<Stamped> made(StoredPaper paper, String words) {
        try {
            return stamps.get(paper.file(), paper.sha256(), words);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String words(String name, Instant at) {
        return name + " · " + HOUR.format(at);
    }
}
