import { describe, expect, it } from "vitest";
import { attendance, draft, hall, morning, speaker, vote } from "../../../test/hall-fixture.ts";
import type { Parts, VoteView } from "../../core/schemas.ts";
import { itemsLeft, nextStep, otherSteps, sittingAtHand } from "./nextStep.ts";

const voting = (...votes: VoteView[]) => ({ voting: { votes } });
const prepared = vote("PREPARED");

/** Each line: a state in words, the state, what the large button does. */
const table: readonly [string, Parts, object][] = [
  ["a draft waits for its publication", hall({ session: draft }), { kind: "wait", for: "publication" }],
  ["before the sitting the roll call is opened", morning(), { kind: "open-roll-call" }],
  [
    "a roll call is approved by the secretary",
    morning({ rollCall: "OPEN", checkedIn: 52 }),
    { kind: "wait", for: "approval" },
  ],
  [
    "with quorum the sitting is opened",
    morning({ rollCall: "APPROVED" }, 58),
    { kind: "open-sitting", override: false },
  ],
  ["without quorum it takes a reason", morning({ rollCall: "APPROVED" }, 39), { kind: "open-sitting", override: true }],
  [
    "the first item opens the work",
    hall({ now: { done: [] } }),
    { kind: "open-item", first: true, item: { itemId: "i1" } },
  ],
  [
    "whoever waits gets the floor",
    hall({ floor: { queue: [speaker(0), speaker(1)] } }),
    { kind: "grant", waiting: 2, speaker: { personId: "d1" } },
  ],
  [
    "a running speech is ended, also when others wait",
    hall({ floor: { speech: speaker(2), queue: [speaker(0)] } }),
    { kind: "end-speech", speaker: { personId: "d3" } },
  ],
  [
    "when the debate is over the vote is opened",
    hall(voting(prepared)),
    { kind: "open-vote", override: false, vote: { voteId: "v1" } },
  ],
  [
    "a vote without quorum takes a reason",
    hall({ ...voting(prepared), attendance: attendance(39) }),
    { kind: "open-vote", override: true },
  ],
  ["a debate comes before its vote", hall({ ...voting(prepared), floor: { queue: [speaker(0)] } }), { kind: "grant" }],
  [
    "an open vote is closed, whatever else goes on",
    hall({ ...voting(vote("OPEN")), floor: { speech: speaker(0), queue: [] } }),
    { kind: "close-vote" },
  ],
  ["a closed vote is declared", hall(voting(vote("CLOSED"))), { kind: "declare" }],
  [
    "a closed vote is declared even after the sitting",
    hall({ ...voting(vote("CLOSED")), session: ended("p1", "p2") }),
    { kind: "declare" },
  ],
  [
    "after the result comes the next item",
    hall(voting(vote("DECLARED"))),
    { kind: "open-item", first: false, item: { itemId: "i32" } },
  ],
  [
    "a second vote of the item comes before the next item",
    hall(voting(vote("DECLARED"), { ...prepared, voteId: "v2" })),
    { kind: "open-vote", vote: { voteId: "v2" } },
  ],
  ["a resolution without a vote waits for one", hall(), { kind: "wait", for: "vote" }],
  ["a voided vote has to be prepared anew", hall(voting(vote("VOIDED"))), { kind: "wait", for: "vote" }],
  [
    "a vote of another item is not opened here",
    hall({ ...voting(prepared), now: { itemId: "i1", done: [] } }),
    { kind: "open-item", item: { itemId: "i2" } },
  ],
  [
    "what was left out comes after the last item",
    hall({ now: { itemId: "i32", done: ["i1", "i3", "i31"] }, ...voting(vote("DECLARED", { itemId: "i32" })) }),
    { kind: "open-item", item: { itemId: "i2" } },
  ],
  [
    "with nothing left the sitting is ended",
    hall({ now: { itemId: "i32", done: ["i1", "i2", "i3", "i31"] }, ...voting(vote("DECLARED", { itemId: "i32" })) }),
    { kind: "end-sitting", left: 0 },
  ],
  [
    "after one sitting comes the roll call of the next",
    hall({ session: ended("p1") }),
    { kind: "open-roll-call", sitting: { sittingId: "p2" } },
  ],
  ["after all sittings the session is ended", hall({ session: ended("p1", "p2") }), { kind: "end-session" }],
  [
    "a session without sittings waits for one",
    hall({ session: { ...draft, state: "PUBLISHED", sittings: [] } }),
    { kind: "wait", for: "sitting" },
  ],
  [
    "an ended session asks for nothing",
    hall({ session: { ...ended("p1", "p2"), state: "ENDED" } }),
    { kind: "finished" },
  ],
];

function ended(...ids: string[]): Parts["session"] {
  return {
    ...draft,
    state: "RUNNING",
    sittings: draft.sittings.map(one => (ids.includes(one.sittingId) ? { ...one, state: "ENDED" } : one)),
  };
}

describe("the chair's next step", () => {
  it.each(table)("%s", (_, desk, step) => {
    expect(nextStep(desk)).toMatchObject(step);
  });

  it("is never offered a second time beside itself", () => {
    for (const [, desk] of table) {
      expect(otherSteps(desk).map(step => step.kind)).not.toContain(nextStep(desk).kind);
    }
  });
});

describe("what else the chair may do", () => {
  const kinds = (desk: Parts) => otherSteps(desk).map(step => step.kind);

  it("is to void a vote while it is open or not declared", () => {
    expect(kinds(hall(voting(vote("OPEN"))))).toEqual(["hold-vote", "void-vote"]);
    const held = { heldAt: 1, holdReason: "Mất điện" };
    expect(nextStep(hall(voting(vote("OPEN", held)))).kind).toBe("resume-vote");
    expect(kinds(hall(voting(vote("OPEN", held))))).toEqual(["void-vote"]);
    expect(kinds(hall(voting(vote("CLOSED"))))).toEqual(["void-vote"]);
    expect(kinds(hall(voting(vote("DECLARED"))))).not.toContain("void-vote");
  });

  it("is to give a speaker more time or the floor to the next", () => {
    const steps = kinds(hall({ floor: { speech: speaker(2), queue: [speaker(0)] }, ...voting(prepared) }));
    expect(steps).toEqual(["extend", "grant", "open-vote", "open-item", "end-sitting"]);
  });

  it("is to let the first of several wait longer", () => {
    expect(kinds(hall({ floor: { queue: [speaker(0), speaker(1)] } }))).toEqual(["skip", "open-item", "end-sitting"]);
    expect(kinds(hall({ floor: { queue: [speaker(0)] } }))).not.toContain("skip");
  });

  it("is to open early with a reason while the roll call still runs, but not before it", () => {
    expect(otherSteps(morning({ rollCall: "OPEN" }))).toMatchObject([{ kind: "open-sitting", override: true }]);
    expect(otherSteps(morning())).toEqual([]);
  });

  it("is to end the sitting with items left, and it says how many", () => {
    const end = otherSteps(hall()).find(step => step.kind === "end-sitting");
    expect(end).toMatchObject({ left: 1 });
  });
});

describe("the items left", () => {
  it("leave out hidden ones, their children, and those of another sitting", () => {
    const desk = hall({ now: { done: [] } });
    desk.agenda.items.push({
      itemId: "ih1",
      parentId: "ih",
      number: "-",
      title: "",
      kind: "OTHER",
      hidden: false,
      papers: [],
    });
    expect(itemsLeft(desk, sittingAtHand(desk)).map(one => one.itemId)).toEqual(["i1", "i2", "i3", "i31", "i32"]);
  });
});
