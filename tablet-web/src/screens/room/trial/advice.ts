import type { Grade, Measured, TestLimits } from "../../../core/schemas.ts";

/** What falls short in a trial. */
export type Shortfall = "camera" | "microphone" | "loudspeaker" | "unreachable" | "up" | "down" | "roundTrip" | "loss";

/** The most serious first: what keeps a point from being heard, then what makes it worse. */
export function shortfalls(result: Measured, limits: TestLimits): readonly Shortfall[] {
  const line: readonly (Shortfall | false)[] =
    result.upKbps === 0 && result.downKbps === 0
      ? ["unreachable"]
      : [
          result.upKbps < limits.greenKbps && "up",
          result.downKbps < limits.greenKbps && "down",
          result.roundTripMs > limits.greenRoundTripMs && "roundTrip",
          result.lossPermille > limits.greenLossPermille && "loss",
        ];
  const all: readonly (Shortfall | false)[] = [
    result.microphone !== "OK" && "microphone",
    result.loudspeaker !== "OK" && "loudspeaker",
    ...line,
    result.camera !== "OK" && "camera",
  ];
  return all.filter(one => one !== false);
}

/** What the point can count on in the conference. */
export type Outlook = "full" | "limited" | "none";

export function outlookOf(grade: Grade): Outlook {
  return grade === "GREEN" ? "full" : grade === "AMBER" ? "limited" : "none";
}
