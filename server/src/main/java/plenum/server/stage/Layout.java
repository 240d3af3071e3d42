package plenum.server.stage;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plenum.server.kernel.PersonId;

/**
 * A picture of the room that is the same for everybody.
 *
 * @param persons of STAGE and STAGE_PAPER at most one, none: who has the floor; of DIALOGUE two; of GRID at most 25 and
 *     of ROTATION at most 200, none: everybody who is in the room
 * @param seconds of each in a ROTATION, 5 to 120; absent for the other kinds
 */
public record Layout(
        Kind kind, List<PersonId> persons, @Nullable Integer seconds) {
    /** How the persons are shown. */
    public enum Kind {
        /** One large. */
        STAGE,
        /** The paper that is presented large, one person beside it. */
        STAGE_PAPER,
        /** Two of the same size, who talk to each other. */
        DIALOGUE,
        /** All of the same size. */
        GRID,
        /** One large after the other. */
        ROTATION
    }

    public static final int SHORTEST = 5;
    public static final int LONGEST = 120;
    public static final int MOST = 200;
    private static final int MOST_TILES = 25;

    public Layout {
        persons = List.copyOf(persons);
    }

    /** Whether it has what its kind takes. */
    boolean sound() {
        return fits()
                && Set.copyOf(persons).size() == persons.size()
                && (kind == Kind.ROTATION ? inTime(seconds) : seconds == null);
    }

    private boolean fits() {
        return switch (kind) {
            case STAGE, STAGE_PAPER -> persons.size() <= 1;
            case DIALOGUE -> persons.size() == 2;
            case GRID -> persons.size() <= MOST_TILES;
            case ROTATION -> persons.size() <= MOST;
        };
    }

    private static boolean inTime(@Nullable Integer seconds) {
        return seconds != null && seconds >= SHORTEST && seconds <= LONGEST;
    }

    boolean showsOneLarge() {
        return kind == Kind.STAGE || kind == Kind.STAGE_PAPER;
    }

    /** The same kind of stage, with whoever has the floor. */
    Layout followingTheFloor() {
        return new Layout(kind == Kind.STAGE_PAPER ? Kind.STAGE_PAPER : Kind.STAGE, List.of(), null);
    }

    /** Whether the one who has the floor is shown large, or at least as large as anybody else who talks. */
    boolean presents(PersonId speaker) {
        return switch (kind) {
            case STAGE, STAGE_PAPER -> persons.isEmpty() || persons.contains(speaker);
            case DIALOGUE -> persons.contains(speaker);
            case GRID, ROTATION -> false;
        };
    }
}
