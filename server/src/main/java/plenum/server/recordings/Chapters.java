package plenum.server.recordings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.agenda.Item;
import plenum.server.hall.Hall;
import plenum.server.kernel.ItemId;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.PollId;
import plenum.server.kernel.VoteId;

/** What may be looked for on a recording, in the words of today. What is hidden of the agenda is hidden here. */
final class Chapters {
    private final Hall hall;
    private final Film film;
    private final boolean conducts;

    private Chapters(Hall hall, Film film, boolean conducts) {
        this.hall = hall;
        this.film = film;
        this.conducts = conducts;
    }

    /** @param conducts whether who asks sees hidden items */
    static List<ChapterView> of(Hall hall, Film film, boolean conducts) {
        var chapters = new Chapters(hall, film, conducts);
        return film.marks().stream().flatMap(chapters::view).toList();
    }

    private Stream<ChapterView> view(Mark mark) {
        return title(mark).map(title -> new ChapterView(mark.kind(), title, film.placeOf(mark.at()))).stream();
    }

    private Optional<String> title(Mark mark) {
        return switch (mark.kind()) {
            case ITEM -> item(new ItemId(mark.subject()));
            case SPEECH -> Optional.of(speaker(new PersonId(mark.subject()), mark.name()));
            case VOTE ->
                hall.voting()
                        .find(new VoteId(mark.subject()))
                        .filter(vote -> shown(vote.itemId()))
                        .map(vote -> vote.title());
            case POLL ->
                hall.polls()
                        .find(new PollId(mark.subject()))
                        .filter(poll -> shown(poll.itemId()))
                        .map(poll -> poll.sheet().title());
        };
    }

    private Optional<String> item(ItemId id) {
        return hall.agenda().items().find(id).filter(item -> shown(id)).map(Chapters::title);
    }

    private static String title(Item item) {
        return item.facts().title();
    }

    private boolean shown(ItemId item) {
        return conducts || !hall.agenda().items().hidden().contains(item);
    }

    private String speaker(PersonId person, @Nullable String name) {
        return hall.roster()
                .find(person)
                .map(Member::name)
                .or(() -> hall.substitute(person).map(seat -> seat.name()))
                .or(() -> Optional.ofNullable(name))
                .orElse(person.value());
    }
}
