/** What a line carries: everything, the stage and no more, or voices and a page now and then. */
export type Thin = "WIDE" | "NARROW" | "VOICE";

/** bits per second that the bridge believes the line to carry to us. */
const limits = { narrow: 500_000, wide: 800_000, voice: 150_000 };
/** ms for which it must have been so. */
const patience = { down: 6_000, up: 10_000 };

export interface Judged {
  thin: Thin;
  /** What it would be, and since when. */
  next: Thin;
  since: number;
}

export const unjudged: Judged = { thin: "WIDE", next: "WIDE", since: 0 };

/**
 * Judges the line anew, at every estimate. Down to voices is a way without return: where nothing is sent, nothing is measured, so
 * the person says when pictures are tried again.
 */
export function judged(before: Judged, estimateBps: number, now: number): Judged {
  if (before.thin === "VOICE" || estimateBps <= 0) return before;
  const next = wished(before.thin, estimateBps);
  if (next !== before.next) return { ...before, next, since: now };
  const wait = next === "WIDE" ? patience.up : patience.down;
  return next !== before.thin && now - before.since >= wait ? { thin: next, next, since: now } : before;
}

function wished(thin: Thin, estimateBps: number): Thin {
  if (estimateBps < limits.voice) return "VOICE";
  return estimateBps < (thin === "WIDE" ? limits.narrow : limits.wide) ? "NARROW" : "WIDE";
}
