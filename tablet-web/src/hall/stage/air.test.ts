import { describe, expect, it } from "vitest";
import { participant, room, sender } from "../../../test/room-fixture.ts";
import type { Layout } from "../../core/schemas.ts";
import { airedOf, onAir, turnOf } from "./air.ts";
import type { Scene } from "./arrange.ts";
import { wantOf } from "./useWant.ts";

const people = [
  participant("chair", { moderator: true }),
  participant("p1", { as: "KIOSK" }),
  participant("p2", { as: "KIOSK" }),
  participant("p3", { as: "KIOSK" }),
];
const scene: Scene = {
  room: room({ participants: people }),
  people: new Map(people.map(one => [one.personId, sender(one.personId)])),
  me: "p1",
  floor: undefined,
  speaker: undefined,
  focus: undefined,
};
const since = 1_000_000;
const of = (kind: Layout["kind"], persons: string[] = [], seconds?: number) => ({
  layout: { kind, persons, ...(seconds ? { seconds } : {}) },
  since,
});
const large = (air: ReturnType<typeof of>, now = since, more: Partial<Scene> = {}) =>
  airedOf({ ...scene, ...more }, air, now).large.map(one => one.personId);

describe("a layout on air", () => {
  it("shows the director's choice, else who has the floor, else who is heard best", () => {
    const more = { floor: "p3", speaker: "chair" };
    expect(large(of("STAGE", ["p2"]), since, more)).toEqual(["p2"]);
    expect(large(of("STAGE", ["gone"]), since, more)).toEqual(["p3"]);
    expect(large(of("STAGE"), since, { speaker: "p2" })).toEqual(["p2"]);
  });

  it("shows who conducts to the one who is on the stage, who may still know to be on air", () => {
    expect(large(of("STAGE", ["p1"]))).toEqual(["chair"]);
    expect(onAir(scene, of("STAGE", ["p1"]), since, "p1")).toBe(true);
    expect(onAir(scene, of("STAGE", ["p2"]), since, "p1")).toBe(false);
  });

  it("shows both of a dialogue to everybody, also to themselves", () => {
    expect(large(of("DIALOGUE", ["p1", "p3"]))).toEqual(["p1", "p3"]);
  });

  it("has all meeting rooms in a grid that names nobody, and only those in the room", () => {
    expect(large(of("GRID"))).toEqual(["p1", "p2", "p3"]);
    expect(large(of("GRID", ["p3", "gone", "chair"]))).toEqual(["p3", "chair"]);
  });

  it("turns at the same time on every screen, and skips who is gone", () => {
    const tour = of("ROTATION", ["p2", "gone", "p3"], 10);
    expect([0, 9_999, 10_000, 20_000].map(ms => large(tour, since + ms)[0])).toEqual(["p2", "p2", "p3", "p2"]);
    expect(turnOf(["a", "b"], 10, since, since - 5_000)).toBe("a");
    expect(turnOf([], 10, since, since)).toBeUndefined();
  });

  it("leaves the paper large and one person beside it", () => {
    const aired = airedOf({ ...scene, floor: "p2" }, of("STAGE_PAPER"), since);
    expect(aired.paper).toBe(true);
    expect(aired.large.map(one => one.personId)).toEqual(["p2"]);
  });
});

describe("what is asked of the bridge", () => {
  const at = (personId: string, height: number) =>
    ({ picture: { personId, kind: "CAMERA" }, size: { width: (height * 16) / 9, height } }) as const;

  it("is what is shown and nothing else, in the larger of two sizes", () => {
    const want = wantOf([at("p2", 700), at("p3", 99), at("p2", 99), at("p1", 99)], scene, false, 1);
    expect(want.heights).toEqual({ "p2/CAMERA": 720, "p3/CAMERA": 180 });
    expect(want.selected).toEqual(["p2/CAMERA", "p3/CAMERA"]);
    expect(want.defaultHeight).toBe(0);
  });

  it("names who sends nothing, but gives no place to them", () => {
    const silent = { ...scene, people: new Map([["p2", sender("p2", { camera: false })]]) };
    expect(wantOf([at("p2", 700)], silent, false, 1)).toMatchObject({ selected: [], heights: { "p2/CAMERA": 720 } });
  });
});
