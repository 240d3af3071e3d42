package plenum.server.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * What the director shows of the open room.
 *
 * @param air what everybody sees; absent: each chooses
 * @param since when it went on air; the turns of a rotation count from here
 * @param preview what only those who conduct see
 * @param called who may talk besides the one who has the floor, in the order of being called
 */
public record Stage(
        @Nullable Layout air,
        @Nullable Instant since,
        @Nullable Layout preview,
        List<PersonId> called) {
    public static final Stage NONE = new Stage(null, null, null, List.of());

    public Stage {
        called = List.copyOf(called);
    }

    /** The two who talk to each other before everybody; none: no dialogue. */
    public List<PersonId> dialogue() {
        return air != null && air.kind() == Layout.Kind.DIALOGUE ? air.persons() : List.of();
    }

    /** Whom the director shows large, whoever has the floor. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(air)
                .filter(Layout::showsOneLarge)
                .flatMap(layout -> layout.persons().stream().findFirst());
    }

    public Stage apply(StageEvent event, Instant at) {
        return switch (event) {
            case StageEvent.Previewed previewed -> new Stage(air, since, previewed.layout(), called);
            case StageEvent.Aired aired ->
                new Stage(aired.layout(), at, aired.layout().equals(preview) ? null : preview, called);
            case StageEvent.Freed unused -> new Stage(null, null, null, called);
            case StageEvent.Called one ->
                with(Stream.concat(called.stream(), Stream.of(one.personId())).toList());
            case StageEvent.Dismissed one ->
                with(called.stream()
                        .filter(person -> !person.equals(one.personId()))
                        .toList());
            case StageEvent.Struck unused -> NONE;
        };
    }

    private Stage with(List<PersonId> next) {
        return new Stage(air, since, preview, next);
    }
}
