import { describe, expect, it } from "vitest";
import { room } from "../../../test/room-fixture.ts";
import { lobbyKey, nextStep } from "./place.ts";

const open = room();
const closed = room({ state: "CLOSED" });

describe("one's place in the room", () => {
  it("is taken again when it was lost without anyone's doing", () => {
    expect(nextStep("IN", "OUT", open, false)).toEqual({ kind: "join" });
    expect(nextStep(undefined, "OUT", open, false)).toEqual({ kind: "join" });
  });

  it("is given up when one went on at another device", () => {
    expect(nextStep("IN", "OUT", open, true)).toEqual({ kind: "stop", notice: undefined });
  });

  it("is given up when somebody has decided so", () => {
    expect(nextStep("WAITING", "OUT", open, false)).toEqual({ kind: "stop", notice: "turnedAway" });
    expect(nextStep("IN", "REMOVED", open, false)).toEqual({ kind: "stop", notice: "removed" });
    expect(nextStep("IN", "OUT", closed, false)).toEqual({ kind: "stop", notice: "closed" });
  });

  it("is waited for while the answer is on its way", () => {
    expect(nextStep("OUT", "OUT", open, false)).toEqual({ kind: "stay" });
    expect(nextStep("REMOVED", "REMOVED", open, false)).toEqual({ kind: "stay" });
    expect(nextStep("OUT", "WAITING", open, false)).toEqual({ kind: "stay" });
    expect(nextStep("WAITING", "IN", open, false)).toEqual({ kind: "stay" });
  });
});

describe("the lobby", () => {
  it("tells what stands between oneself and the room", () => {
    expect(lobbyKey(room({ state: "NONE" }), "OUT", undefined, false)).toBe("notOpen");
    expect(lobbyKey(closed, "OUT", "closed", false)).toBe("closed");
    expect(lobbyKey(open, "OUT", undefined, false)).toBe("open");
    expect(lobbyKey(room({ lobby: true }), "OUT", undefined, false)).toBe("lobbyOn");
    expect(lobbyKey(room({ lobby: true }), "OUT", undefined, true)).toBe("open");
    expect(lobbyKey(room({ lobby: true }), "WAITING", undefined, false)).toBe("waiting");
    expect(lobbyKey(open, "OUT", "turnedAway", false)).toBe("turnedAway");
    expect(lobbyKey(open, "REMOVED", "removed", false)).toBe("removed");
    expect(lobbyKey(room({ locked: true }), "OUT", undefined, false)).toBe("locked");
    expect(lobbyKey(open, "IN", undefined, false)).toBe("here");
  });
});
