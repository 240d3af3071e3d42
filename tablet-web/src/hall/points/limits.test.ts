import { describe, expect, it } from "vitest";
import { limitsOf, typedLimits } from "./limits.ts";

const usual = {
  greenKbps: 1_000,
  amberKbps: 64,
  greenRoundTripMs: 300,
  amberRoundTripMs: 1_000,
  greenLossPermille: 25,
  amberLossPermille: 80,
};

describe("limits of a trial", () => {
  it("are written as people write them and read back", () => {
    expect(typedLimits(usual).greenLoss).toBe("2,5");
    expect(limitsOf(typedLimits(usual))).toEqual(usual);
  });

  it("are not taken when amber is stricter than green", () => {
    expect(limitsOf({ ...typedLimits(usual), amberKbps: "1001" })).toBeUndefined();
    expect(limitsOf({ ...typedLimits(usual), amberRoundTripMs: "299" })).toBeUndefined();
    expect(limitsOf({ ...typedLimits(usual), amberLoss: "2,4" })).toBeUndefined();
  });

  it("are numbers", () => {
    for (const wrong of ["", "nhanh", "-1", "1e3"])
      expect(limitsOf({ ...typedLimits(usual), greenKbps: wrong })).toBeUndefined();
    expect(limitsOf({ ...typedLimits(usual), amberLoss: "100,1" })).toBeUndefined();
  });
});
