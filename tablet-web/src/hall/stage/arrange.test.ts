import { describe, expect, it } from "vitest";
import { nobody, participant, room, sender } from "../../../test/room-fixture.ts";
import { hasStage, pageOf, picturesOf, type Scene, stageOf } from "./arrange.ts";

const five = ["a", "b", "me", "c", "d"].map(id => participant(id));
const plain: Scene = {
  room: room({ participants: five }),
  people: new Map(["a", "b", "c", "d"].map(id => [id, sender(id)])),
  me: "me",
  floor: undefined,
  speaker: undefined,
  focus: undefined,
};
const ids = (scene: Scene) => picturesOf(scene).map(one => (one.kind === "SCREEN" ? `${one.personId}!` : one.personId));
const shares = (id: string) => new Map([...plain.people, [id, sender(id, { screen: true })]]);

describe("the pictures", () => {
  it("keep the order of joining, oneself first", () => {
    expect(ids(plain)).toEqual(["me", "a", "b", "c", "d"]);
  });

  it("have the speaker on the floor before the others, and who has no camera behind", () => {
    const people = new Map([...plain.people, ["a", sender("a", { camera: false })]]);
    expect(ids({ ...plain, floor: "d", people })).toEqual(["me", "d", "b", "c", "a"]);
  });

  it("do not move when somebody merely speaks", () => {
    expect(ids({ ...plain, speaker: "d" })).toEqual(ids(plain));
  });

  it("have shared screens first, but not the own", () => {
    expect(ids({ ...plain, people: shares("c") })).toEqual(["c!", "me", "a", "b", "c", "d"]);
    expect(ids({ ...plain, people: shares("me") })).toEqual(["me", "a", "b", "c", "d"]);
  });
});

describe("the stage", () => {
  it("is for the loudest when nothing else is said, but not for oneself", () => {
    expect(stageOf({ ...plain, speaker: "c" })).toEqual({ personId: "c", kind: "CAMERA" });
    expect(stageOf({ ...plain, speaker: "me" })).toEqual({ personId: "a", kind: "CAMERA" });
    expect(hasStage(plain)).toBe(false);
  });

  it("is for who has the floor before who is loud", () => {
    const floor = room({ participants: five, stage: { personId: "b", pinned: false } });
    const scene = { ...plain, speaker: "c", floor: "b", room: floor };
    expect(stageOf(scene)?.personId).toBe("b");
    expect(hasStage(scene)).toBe(true);
  });

  it("shows the others to who has the floor", () => {
    const floor = room({ participants: five, stage: { personId: "me", pinned: false } });
    expect(stageOf({ ...plain, floor: "me", room: floor })?.personId).toBe("a");
    expect(stageOf({ ...plain, floor: "me", room: floor, speaker: "c" })?.personId).toBe("c");
  });

  it("prefers a shared screen", () => {
    const scene = { ...plain, room: room({ participants: five, stage: { personId: "b", pinned: false } }) };
    expect(stageOf({ ...scene, people: shares("d") })).toEqual({ personId: "d", kind: "SCREEN" });
  });

  it("is what a moderator has pinned, whoever shares", () => {
    const pinned = { ...plain, room: room({ participants: five, stage: { personId: "b", pinned: true } }) };
    expect(stageOf({ ...pinned, people: shares("d") })).toEqual({ personId: "b", kind: "CAMERA" });
    expect(stageOf({ ...pinned, people: shares("b") })).toEqual({ personId: "b", kind: "SCREEN" });
  });

  it("is what the viewer has chosen while that is there", () => {
    const focus = { personId: "d", kind: "SCREEN" } as const;
    expect(stageOf({ ...plain, focus, people: shares("d") })).toEqual(focus);
    expect(stageOf({ ...plain, focus, speaker: "c" })).toEqual({ personId: "c", kind: "CAMERA" });
  });

  it("is oneself in an otherwise empty room, and nobody in an empty one", () => {
    expect(stageOf({ ...plain, room: room({ participants: [participant("me")] }) })?.personId).toBe("me");
    expect(stageOf({ ...plain, room: room(), people: nobody })).toBeUndefined();
  });
});

describe("a page", () => {
  const all = picturesOf(plain);

  it("shows who speaks in the last place when another page has them", () => {
    expect(pageOf(all, 0, 3, "d").map(one => one.personId)).toEqual(["me", "a", "d"]);
    expect(pageOf(all, 0, 3, "a").map(one => one.personId)).toEqual(["me", "a", "b"]);
    expect(pageOf(all, 1, 3, "a").map(one => one.personId)).toEqual(["c", "d"]);
  });
});
