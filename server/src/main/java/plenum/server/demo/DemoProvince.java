package plenum.server.demo;

import java.util.List;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.UnitId;

/**
 * The demo province: units, councils, people, one session with its papers and one online conference. Names of people
 * and all figures are invented.
 */
public record DemoProvince(
        List<DemoUnit> units,
        List<DemoBody> bodies,
        List<DemoPerson> people,
        DemoSession session,
        DemoConference conference) {
    /** The province's People's Council, whose session it is. */
    public static final BodyId COUNCIL = new BodyId(Roster.COUNCIL);

    /** The People's Council of a commune, whose members are strangers to the province's session. */
    public static final BodyId COMMUNE_COUNCIL = new BodyId("hdnd-11-03325");

    /** The province's People's Committee, which decides by the chair's side when a vote is equal. */
    public static final BodyId COMMITTEE = new BodyId("ubnd-11");

    /** The province's session. */
    public static final SessionId SESSION = new SessionId("ky-hop-3-2026");

    /** The province's online conference with its communes, of the People's Committee. */
    public static final SessionId CONFERENCE = new SessionId("hoi-nghi-truc-tuyen-2026");

    public DemoProvince {
        units = List.copyOf(units);
        bodies = List.copyOf(bodies);
        people = List.copyOf(people);
    }

    /** Reads and computes everything but the papers' files; those are printed when asked for. */
    public static DemoProvince load() {
        List<DemoUnit> units =
                Stock.rows("units.txt").stream().skip(1).map(DemoUnit::of).toList();
        List<DemoPerson> people = Roster.people();
        List<DemoItem> items = Agenda.items();
        List<DemoPaper> papers = new PaperMaker(Data.of(units, people, items)).all();
        List<DemoBody> bodies = List.of(
                new DemoBody(
                        COUNCIL,
                        new UnitId("11"),
                        DemoBody.Kind.PROVINCE_COUNCIL,
                        "Hội đồng nhân dân tỉnh Điện Biên",
                        "Khóa XVI, nhiệm kỳ 2026 - 2031",
                        60),
                new DemoBody(
                        COMMUNE_COUNCIL,
                        new UnitId("11-03325"),
                        DemoBody.Kind.COMMUNE_COUNCIL,
                        "Hội đồng nhân dân xã Mường Phăng",
                        "Nhiệm kỳ 2026 - 2031",
                        5),
                new DemoBody(
                        COMMITTEE,
                        new UnitId("11"),
                        DemoBody.Kind.COMMITTEE,
                        "Ủy ban nhân dân tỉnh Điện Biên",
                        "Nhiệm kỳ 2026 - 2031",
                        8));
        DemoSession session = new DemoSession(
                SESSION,
                COUNCIL,
                "Kỳ họp thứ ba, Hội đồng nhân dân tỉnh Điện Biên khóa XVI",
                3,
                Agenda.sittings(),
                items,
                papers);
        return new DemoProvince(units, bodies, people, session, DemoConference.of(papers));
    }
}
