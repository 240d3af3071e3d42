import { describe, expect, it } from "vitest";
import type { Mute } from "../../../core/schemas.ts";
import { rightTo } from "./rights.ts";

const free = { microphones: "FREE" } as const;
const floor = { microphones: "FLOOR" } as const;
const delegate = { moderator: false, invited: false };
const muted: Mute[] = [{ source: "MICROPHONE", hold: false }];
const held: Mute[] = [{ source: "MICROPHONE", hold: true }];

describe("the right to a source", () => {
  it("is free unless someone has taken it", () => {
    expect(rightTo("MICROPHONE", [], free, delegate)).toBe("free");
    expect(rightTo("CAMERA", held, free, delegate)).toBe("free");
    expect(rightTo("MICROPHONE", muted, free, delegate)).toBe("muted");
    expect(rightTo("MICROPHONE", held, free, delegate)).toBe("held");
  });

  it("waits for the floor where microphones are for speakers only", () => {
    expect(rightTo("MICROPHONE", [], floor, delegate)).toBe("floor");
    expect(rightTo("MICROPHONE", muted, floor, delegate)).toBe("floor");
    expect(rightTo("MICROPHONE", [], floor, { ...delegate, invited: true })).toBe("free");
    expect(rightTo("CAMERA", [], floor, delegate)).toBe("free");
    expect(rightTo("MICROPHONE", [], { microphones: "CALLED" }, delegate)).toBe("floor");
    expect(rightTo("MICROPHONE", [], { microphones: "CALLED" }, { ...delegate, invited: true })).toBe("free");
  });

  it("is a moderator's in any case", () => {
    expect(rightTo("MICROPHONE", held, floor, { moderator: true, invited: false })).toBe("muted");
  });
});
