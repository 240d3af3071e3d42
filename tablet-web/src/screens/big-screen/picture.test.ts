import { describe, expect, it } from "vitest";
import { counts, draft, hall, item, items, morning, nineOClock, speaker, vote } from "../../../test/hall-fixture.ts";
import { participant, room } from "../../../test/room-fixture.ts";
import type { Parts, ScreenView, SessionSummary } from "../../core/schemas.ts";
import { bindWords } from "../../i18n/bindWords.ts";
import { chooseSession, isScreenOnly } from "./choose.ts";
import { agendaLines, keyOf, pictureOf, windowAround } from "./picture.ts";

const shows = (scene: ScreenView["scene"], more: Partial<Parts> = {}, voteId?: string) =>
  pictureOf(hall({ ...more, screen: { mode: "AUTOMATIC", scene, ...(voteId ? { voteId } : {}) } }));

describe("the picture on the wall", () => {
  it("waits until every fact has come", () => {
    const { floor: _, ...rest } = hall();
    expect(pictureOf(rest)).toBeUndefined();
    expect(pictureOf({})).toBeUndefined();
  });

  it("is the scene the server names", () => {
    expect(shows("IDLE")).toMatchObject({ scene: "IDLE", ended: false, next: { sittingId: "p2" } });
    expect(shows("ITEM")).toMatchObject({ scene: "ITEM", item: { itemId: "i31" } });
    expect(shows("SPEAKER", { floor: { speech: speaker(0), queue: [speaker(1)] } })).toMatchObject({
      scene: "SPEAKER",
      speech: { personId: "d1" },
      item: { itemId: "i31" },
    });
  });

  it("falls back to what there is when a pinned scene has nothing to show", () => {
    expect(shows("SPEAKER")).toMatchObject({ scene: "ITEM" });
    expect(shows("SPEAKER", { now: { done: [] } })).toMatchObject({ scene: "AGENDA" });
    expect(shows("ITEM", { now: { done: [] }, agenda: { items: [] } })).toMatchObject({ scene: "IDLE" });
  });

  it("counts ballots of an open vote and has no result in it", () => {
    const open = { voting: { votes: [vote("OPEN")] }, progress: { voteId: "v1", cast: 41, eligible: 58 } };
    expect(shows("VOTE", open, "v1")).toMatchObject({ scene: "VOTE", cast: 41, vote: { eligible: 58 } });
    expect(shows("VOTE", { ...open, progress: { voteId: "v0", cast: 9 } }, "v1")).toMatchObject({ cast: 0 });
  });

  it("keeps a result back that is not declared", () => {
    const { result: _, ...closed } = vote("CLOSED");
    expect(shows("RESULT", { voting: { votes: [closed] } }, "v1")).toMatchObject({ scene: "VOTE" });
    expect(shows("RESULT", { voting: { votes: [vote("DECLARED")] } }, "v1")).toMatchObject({
      scene: "RESULT",
      total: 60,
      vote: { result: counts },
    });
  });

  it("leaves the last picture when the named vote is not known yet, and a void one", () => {
    expect(shows("VOTE", {}, "v9")).toBeUndefined();
    expect(shows("VOTE", { voting: { votes: [vote("VOIDED")] } }, "v1")).toMatchObject({ scene: "ITEM" });
  });

  it("is what the director has on air, until the hall votes, counts or somebody pins a scene", () => {
    const online = {
      room: room({ participants: [participant("d1")] }),
      stage: { air: { kind: "STAGE", persons: [] }, since: nineOClock, called: [] },
    } satisfies Partial<Parts>;
    const seen = (more: Partial<Parts> = {}, flows = true) => pictureOf(hall({ ...online, ...more }), flows)?.scene;
    const scene = (name: ScreenView["scene"], mode: ScreenView["mode"] = "AUTOMATIC") => ({
      screen: { mode, scene: name },
    });
    expect(seen()).toBe("STAGE");
    for (const name of ["SPEAKER", "ITEM", "AGENDA", "IDLE"] as const) expect(seen(scene(name))).toBe("STAGE");
    const voting = { voting: { votes: [vote("OPEN")] } };
    expect(seen({ ...voting, screen: { mode: "AUTOMATIC", scene: "VOTE", voteId: "v1" } })).toBe("VOTE");
    expect(seen(scene("ROLL_CALL"))).not.toBe("STAGE");
    expect(seen(scene("ITEM", "PINNED"))).toBe("ITEM");
    expect(seen({ stage: { called: [] } })).toBe("ITEM");
    expect(seen({ room: { ...online.room, state: "CLOSED" } })).toBe("ITEM");
    expect(seen({}, false)).toBe("ITEM");
  });

  it("shows the roll call of the sitting that is being called", () => {
    const parts = morning({ rollCall: "OPEN", checkedIn: 41, code: "482913" });
    expect(pictureOf({ ...parts, screen: { mode: "AUTOMATIC", scene: "ROLL_CALL" } })).toMatchObject({
      scene: "ROLL_CALL",
      sitting: { sittingId: "p1" },
      call: { checkedIn: 41, code: "482913" },
      total: 60,
    });
  });

  it("fades over only for another thing, not for another figure", () => {
    const at = (cast: number) =>
      shows("VOTE", { voting: { votes: [vote("OPEN")] }, progress: { voteId: "v1", cast } }, "v1");
    const [one, two, other] = [at(1), at(2), shows("ITEM")];
    if (!one || !two || !other) throw new Error("no picture");
    expect(keyOf(one)).toBe(keyOf(two));
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});

describe("the agenda on the wall", () => {
  it("has the items of the sitting, hidden ones never arrive, with done and current marked", () => {
    const picture = shows("AGENDA", { agenda: { items: items.filter(one => !one.hidden) } });
    expect(picture?.scene === "AGENDA" && picture.rows.map(row => `${row.item.number} ${row.state}`)).toEqual([
      "1 done",
      "2 done",
      "3 done",
      "3.1 current",
      "3.2 ahead",
    ]);
  });

  it("keeps the current item in the middle and says how many lie outside", () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      item(`n${index}`, String(index + 1), `Nội dung ${index + 1}`),
    );
    const picture = shows("AGENDA", { agenda: { items: many }, now: { itemId: "n14", done: [] } });
    if (picture?.scene !== "AGENDA") throw new Error("no agenda");
    expect(picture.rows).toHaveLength(agendaLines);
    expect(picture.rows[Math.floor(agendaLines / 2)]?.state).toBe("current");
    expect(picture.before + picture.rows.length + picture.after).toBe(30);
  });

  it("is never longer than there are rows, nor past the ends", () => {
    expect(windowAround([1, 2, 3], 2, 7)).toEqual({ shown: [1, 2, 3], before: 0 });
    expect(windowAround([1, 2, 3, 4, 5], 0, 3)).toEqual({ shown: [1, 2, 3], before: 0 });
    expect(windowAround([1, 2, 3, 4, 5], 4, 3)).toEqual({ shown: [3, 4, 5], before: 2 });
  });
});

describe("line ends", () => {
  const bound = (text: string) => bindWords(text).replaceAll("\u00a0", "_");

  it("do not tear compounds, names or numbers apart", () => {
    expect(bound("Nghị quyết phê chuẩn tổng quyết toán thu, chi ngân sách địa phương năm 2025")).toBe(
      "Nghị_quyết phê_chuẩn tổng quyết_toán thu, chi ngân_sách địa_phương năm_2025",
    );
    expect(bound("Hội đồng nhân dân tỉnh Điện Biên khóa XV")).toBe("Hội_đồng nhân_dân tỉnh Điện_Biên khóa_XV");
  });

  it("may come after at most four syllables", () => {
    expect(bound("Lò Văn Tiến Mùa Thị Hoa")).toBe("Lò_Văn_Tiến_Mùa Thị_Hoa");
  });
});

describe("a screen that looks for its session itself", () => {
  const session = (sessionId: string, state: SessionSummary["state"], hours: number): SessionSummary => ({
    sessionId,
    bodyId: "b1",
    bodyName: draft.bodyName,
    unitId: "u1",
    unitName: draft.unitName,
    title: sessionId,
    number: 1,
    kind: "REGULAR",
    state,
    roles: ["SCREEN"],
    sittings: [
      { sittingId: "p", title: "", date: "2026-12-08", startsAt: nineOClock + hours * 3_600_000, state: "PLANNED" },
    ],
  });

  it("takes the running one, else the nearest published, else the last", () => {
    const all = [session("past", "ENDED", -24), session("far", "PUBLISHED", 900), session("near", "PUBLISHED", 3)];
    expect(chooseSession([...all, session("runs", "RUNNING", -5)], nineOClock)?.sessionId).toBe("runs");
    expect(chooseSession(all, nineOClock)?.sessionId).toBe("near");
    expect(chooseSession([session("old", "ENDED", -900), ...all.slice(0, 1)], nineOClock)?.sessionId).toBe("past");
    expect(chooseSession([], nineOClock)).toBeUndefined();
  });

  it("belongs to an account that is a screen and nothing else", () => {
    const body = { bodyId: "b1", bodyName: "", unitId: "u1", unitName: "" };
    const me = { personId: "p", username: "manhinh", name: "", title: "", systemAdmin: false };
    expect(isScreenOnly({ ...me, bodies: [{ ...body, roles: ["SCREEN"] }] })).toBe(true);
    expect(isScreenOnly({ ...me, bodies: [{ ...body, roles: ["SCREEN", "SECRETARY"] }] })).toBe(false);
    expect(isScreenOnly({ ...me, bodies: [] })).toBe(false);
  });
});
