package plenum.server.joined;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plenum.server.hall.AgendaView;
import plenum.server.hall.Hall;
import plenum.server.hall.HallViews;
import plenum.server.hall.HostView;
import plenum.server.hall.ItemView;
import plenum.server.hall.PaperView;
import plenum.server.hall.SittingView;
import plenum.server.kernel.Audience;
import plenum.server.kernel.UnitId;
import plenum.server.points.Attendee;
import plenum.server.points.Point;
import plenum.server.points.Technician;
import plenum.server.points.Trial;

/**
 * All that a joined server hears of a session: what a guest sees of agenda and papers, and the points of its own unit
 * and those below it. Schema SharedSession.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record SharedSession(
        String sessionId,
        String title,
        String bodyName,
        String unitName,
        String kind,
        String bodyKind,
        String state,
        List<Sitting> sittings,
        @Nullable Host external,
        List<Item> items,
        List<Place> points) {
    SharedSession {
        sittings = List.copyOf(sittings);
        items = List.copyOf(items);
        points = List.copyOf(points);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sitting(String sittingId, String title, String date, long startsAt, String state) {
        static Sitting of(SittingView view) {
            return new Sitting(
                    view.sittingId(),
                    view.title(),
                    view.date(),
                    view.startsAt(),
                    view.state().name());
        }
    }

    /** Who hosts the video instead of the province's server. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Host(
            String host, @Nullable String link, @Nullable String note) {
        static @Nullable Host of(@Nullable HostView view) {
            return view == null ? null : new Host(view.host(), view.link(), view.note());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Item(
            String itemId,
            @Nullable String parentId,
            String number,
            String title,
            String kind,
            @Nullable String presenter,
            List<Paper> papers) {
        Item {
            papers = List.copyOf(papers);
        }

        static Item of(ItemView view) {
            return new Item(
                    view.itemId(),
                    view.parentId(),
                    view.number(),
                    view.title(),
                    view.kind().name(),
                    view.presenter(),
                    view.papers().stream()
                            .filter(paper -> !Boolean.TRUE.equals(paper.watermark()))
                            .map(Paper::of)
                            .toList());
        }

        Item with(List<Paper> some) {
            return new Item(itemId, parentId, number, title, kind, presenter, some);
        }
    }

    /** @param until first moment when it is over */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Paper(
            String paperId,
            int version,
            String title,
            String kind,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable String summary,
            int pages,
            long bytes,
            String sha256,
            String fileName,
            @Nullable Long until) {
        static Paper of(PaperView view) {
            return new Paper(
                    view.paperId(),
                    view.version() == null ? 1 : view.version(),
                    view.title(),
                    view.kind().name(),
                    view.number(),
                    view.issuer(),
                    view.summary(),
                    view.pages(),
                    view.bytes(),
                    view.sha256(),
                    view.fileName(),
                    view.until());
        }

        boolean openAt(long now) {
            return until == null || now < until;
        }
    }

    /**
     * A point of the other's own unit or below it.
     *
     * @param above units above it, the nearest first
     * @param technician name of who looks after it
     * @param grade the director's word, else the newest test's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Place(
            String pointId,
            String unitId,
            String name,
            int level,
            List<String> above,
            String state,
            @Nullable String reason,
            @Nullable String technician,
            @Nullable String phone,
            List<Sent> attendees,
            int expected,
            @Nullable String grade,
            int tests,
            List<Roll> rolls) {
        Place {
            above = List.copyOf(above);
            attendees = List.copyOf(attendees);
            rolls = List.copyOf(rolls);
        }

        static Place of(Point point) {
            var invitation = point.invitation();
            var reply = point.reply();
            var technician = Optional.ofNullable(reply.technician());
            Trial trial = point.trial();
            return new Place(
                    point.pointId().value(),
                    invitation.unitId().value(),
                    invitation.name(),
                    invitation.level(),
                    invitation.above().stream().map(UnitId::value).toList(),
                    reply.state().name(),
                    reply.reason(),
                    technician.map(Technician::name).orElse(null),
                    technician.map(Technician::phone).orElse(null),
                    reply.attendees().stream().map(Sent::of).toList(),
                    reply.expected(),
                    trial.grade().map(Enum::name).orElse(null),
                    trial.count(),
                    point.rolls().stream()
                            .map(roll -> new Roll(
                                    roll.sittingId().value(),
                                    roll.present(),
                                    roll.leaders(),
                                    roll.late(),
                                    roll.at().toEpochMilli()))
                            .toList());
        }
    }

    /** Whom a unit sends. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sent(String name, String position, boolean leader) {
        static Sent of(Attendee one) {
            return new Sent(one.name(), one.position(), one.leader());
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Roll(String sittingId, int present, List<String> leaders, boolean late, long at) {
        Roll {
            leaders = List.copyOf(leaders);
        }
    }

    /** Empty: it is not for the unit, or not published. */
    static Optional<SharedSession> of(Hall hall, UnitId unit) {
        var points = hall.points().points().stream()
                .filter(point -> point.invitation().below(unit))
                .map(Place::of)
                .toList();
        if (hall.draft() || points.isEmpty()) return Optional.empty();
        var facts = hall.sittings();
        return Optional.of(new SharedSession(
                hall.session().value(),
                facts.title(),
                facts.bodyName(),
                facts.unitName(),
                facts.kind().name(),
                facts.bodyKind().name(),
                facts.state().name(),
                facts.sittings().stream().map(SittingView::of).map(Sitting::of).toList(),
                Host.of(HostView.of(hall.points().external())),
                agenda(hall),
                points));
    }

    private static List<Item> agenda(Hall hall) {
        var seen = (AgendaView) HallViews.part(hall, Audience.GUEST, "agenda");
        return seen.items().stream().map(Item::of).toList();
    }

    /** The sitting whose roll is called: the open one, else the next, else the last. */
    Optional<Sitting> rolled() {
        return first("OPEN")
                .or(() -> first("PLANNED"))
                .or(() -> sittings.reversed().stream().findFirst());
    }

    private Optional<Sitting> first(String state) {
        return sittings.stream()
                .filter(sitting -> sitting.state().equals(state))
                .findFirst();
    }

    Stream<Paper> papers() {
        return items.stream().flatMap(item -> item.papers().stream());
    }

    /** Without papers whose time is over. */
    SharedSession at(long now) {
        var still = items.stream()
                .map(item -> item.with(item.papers().stream()
                        .filter(paper -> paper.openAt(now))
                        .toList()))
                .toList();
        return new SharedSession(
                sessionId, title, bodyName, unitName, kind, bodyKind, state, sittings, external, still, points);
    }
}
