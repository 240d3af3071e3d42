import { describe, expect, it } from "vitest";
import type { Measured, TestLimits } from "../../../core/schemas.ts";
import { shortfalls } from "./advice.ts";
import { resultOf, type Tries } from "./result.ts";

const limits: TestLimits = {
  greenKbps: 1_000,
  amberKbps: 64,
  greenRoundTripMs: 300,
  amberRoundTripMs: 1_000,
  greenLossPermille: 20,
  amberLossPermille: 80,
};

const good: Measured = {
  camera: "OK",
  microphone: "OK",
  loudspeaker: "OK",
  upKbps: 1_000,
  downKbps: 1_000,
  roundTripMs: 300,
  lossPermille: 20,
};

const tries: Tries = {
  camera: { on: true, trouble: undefined },
  microphone: { trouble: undefined },
  heard: true,
  audible: true,
  line: {
    kind: "measured",
    report: { upBps: 1_234_567, downBps: 900_400, roundTripMs: 41.6, lost: 0.0123, grade: "good" },
  },
};

describe("the trial of a point", () => {
  it("is sent in the units of the hall", () => {
    expect(resultOf(tries)).toEqual({
      ...good,
      upKbps: 1_235,
      downKbps: 900,
      roundTripMs: 42,
      lossPermille: 12,
    });
  });

  it("is not sent before somebody has listened and the line was measured", () => {
    expect(resultOf({ ...tries, audible: undefined })).toBeUndefined();
    expect(resultOf({ ...tries, line: { kind: "idle" } })).toBeUndefined();
    expect(resultOf({ ...tries, line: { kind: "running", share: 0.9 } })).toBeUndefined();
  });

  it("tells a device that is missing from one that is not allowed", () => {
    const tried = resultOf({
      ...tries,
      camera: { on: false, trouble: "denied" },
      microphone: { trouble: "missing" },
      heard: false,
      audible: false,
    });
    expect(tried).toMatchObject({ camera: "DENIED", microphone: "NONE", loudspeaker: "NONE" });
  });

  it("says that nothing came back, instead of nothing at all", () => {
    const tried = resultOf({ ...tries, line: { kind: "unreachable" } });
    expect(tried).toMatchObject({ upKbps: 0, downKbps: 0, lossPermille: 1_000 });
    expect(tried && shortfalls(tried, limits)).toEqual(["unreachable"]);
  });

  it("has no advice on the limits themselves, and one for each thing beyond them", () => {
    expect(shortfalls(good, limits)).toEqual([]);
    const bad: Measured = {
      ...good,
      upKbps: 999,
      roundTripMs: 301,
      lossPermille: 21,
      camera: "NONE",
      microphone: "DENIED",
    };
    expect(shortfalls(bad, limits)).toEqual(["microphone", "up", "roundTrip", "loss", "camera"]);
  });
});
