import type { TestLimits } from "../../core/schemas.ts";

export const limitNames = [
  "greenKbps",
  "amberKbps",
  "greenRoundTripMs",
  "amberRoundTripMs",
  "greenLoss",
  "amberLoss",
] as const;

export type LimitName = (typeof limitNames)[number];

/** As people write them: losses in percent with a comma. */
export type TypedLimits = Readonly<Record<LimitName, string>>;

export function typedLimits(limits: TestLimits): TypedLimits {
  return {
    greenKbps: String(limits.greenKbps),
    amberKbps: String(limits.amberKbps),
    greenRoundTripMs: String(limits.greenRoundTripMs),
    amberRoundTripMs: String(limits.amberRoundTripMs),
    greenLoss: typedPercent(limits.greenLossPermille),
    amberLoss: typedPercent(limits.amberLossPermille),
  };
}

/** Undefined where something is no number, or amber stricter than green. */
export function limitsOf(typed: TypedLimits): TestLimits | undefined {
  const [greenKbps, amberKbps] = [whole(typed.greenKbps, 10_000_000), whole(typed.amberKbps, 10_000_000)];
  const [greenRoundTripMs, amberRoundTripMs] = [
    whole(typed.greenRoundTripMs, 60_000),
    whole(typed.amberRoundTripMs, 60_000),
  ];
  const [greenLossPermille, amberLossPermille] = [permille(typed.greenLoss), permille(typed.amberLoss)];
  const limits = {
    greenKbps,
    amberKbps,
    greenRoundTripMs,
    amberRoundTripMs,
    greenLossPermille,
    amberLossPermille,
  };
  const numbers = Object.values(limits).every(one => !Number.isNaN(one));
  const ordered =
    amberKbps <= greenKbps && greenRoundTripMs <= amberRoundTripMs && greenLossPermille <= amberLossPermille;
  return numbers && ordered ? limits : undefined;
}

function typedPercent(permille: number): string {
  return String(permille / 10).replace(".", ",");
}

function whole(typed: string, most: number): number {
  return /^\d{1,8}$/.test(typed) && Number(typed) <= most ? Number(typed) : Number.NaN;
}

function permille(typed: string): number {
  if (!/^\d{1,3}([.,]\d)?$/.test(typed)) return Number.NaN;
  const value = Math.round(Number(typed.replace(",", ".")) * 10);
  return value <= 1_000 ? value : Number.NaN;
}
