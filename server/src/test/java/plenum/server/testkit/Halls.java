package plenum.server.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import plenum.server.hall.Lanes;
import plenum.server.kernel.Actor;
import plenum.server.kernel.Base;
import plenum.server.kernel.BodyId;
import plenum.server.kernel.Grant;
import plenum.server.kernel.Member;
import plenum.server.kernel.PersonId;
import plenum.server.kernel.Role;
import plenum.server.kernel.RuleSet;
import plenum.server.kernel.SessionId;
import plenum.server.kernel.Share;
import plenum.server.kernel.UnitId;
import plenum.server.sitting.SessionKind;
import plenum.server.sitting.SittingEvent.SessionPrepared;

/** Sessions for tests: a provincial council whose delegates are called d0, d1, … */
public final class Halls {
    public static final BodyId COUNCIL = new BodyId("council-1");

    private Halls() {}

    /** Prepares a draft of the council; its secretary is the person {@code secretary}. */
    public static void prepare(Lanes lanes, SessionId session, int delegates) {
        var secretary = new Actor(
                new PersonId("secretary"), "Nguyễn Thị Thư Ký", List.of(new Grant(Role.SECRETARY, COUNCIL.value())));
        var ignored = lanes.prepare(session, secretary, prepared(delegates));
    }

    private static SessionPrepared prepared(int delegates) {
        return new SessionPrepared(
                COUNCIL,
                "Hội đồng nhân dân tỉnh",
                new UnitId("unit-1"),
                "Tỉnh Bắc Ninh",
                "Kỳ họp thứ 20",
                20,
                SessionKind.REGULAR,
                rules(delegates),
                IntStream.range(0, delegates).mapToObj(Halls::member).toList());
    }

    private static RuleSet rules(int delegates) {
        return new RuleSet(
                "rules-1",
                1,
                "Luật Tổ chức chính quyền địa phương",
                LocalDate.of(2026, 7, 1),
                delegates,
                new Share(2, 3, false, Base.TOTAL_MEMBERS),
                new Share(1, 2, true, Base.TOTAL_MEMBERS),
                true,
                300);
    }

    private static Member member(int index) {
        return new Member(
                new PersonId("d" + index),
                "Trần Văn Đại Biểu " + index,
                "Đại biểu HĐND tỉnh",
                "Tổ " + (1 + index % 10),
                "A" + index);
    }
}
