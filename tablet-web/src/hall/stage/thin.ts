/** What a line carries: everything, the stage and no more, or voices and a page now and then. */
export type Thin = "WIDE" | "NARROW" | "VOICE";

/** bits per second that the bridge believes the line to carry to us. */
const limits = { narrow: 500_000, wide: 800_000, voice: 150_000 };
/** ms for which it must have been so; after how long without pictures they are tried again. */
const patience = { NARROW: 20_000, VOICE: 20_000, WIDE: 10_000, again: 60_000 };

export interface Judged {
  thin: Thin;
  /** What it would be, and since when. */
  next: Thin;
  since: number;
}

export const unjudged: Judged = { thin: "WIDE", next: "WIDE", since: 0 };

/**
 * Judges the line anew, at every estimate. Where nothing is sent nothing is measured: from voices one comes back to the stage after
 * a minute, and stays if the line carries it.
 */
export function judged(before: Judged, estimateBps: number, now: number): Judged {
  if (before.thin === "VOICE") {
    return now - before.since < patience.again ? before : { thin: "NARROW", next: "NARROW", since: now };
  }
  if (estimateBps <= 0) return before;
  const next = wished(before.thin, estimateBps);
  if (next !== before.next) return { ...before, next, since: now };
  return next !== before.thin && now - before.since >= patience[next] ? { thin: next, next, since: now } : before;
}

/** One step at a time. */
function wished(thin: Thin, estimateBps: number): Thin {
  if (thin === "NARROW" && estimateBps < limits.voice) return "VOICE";
  return estimateBps < (thin === "WIDE" ? limits.narrow : limits.wide) ? "NARROW" : "WIDE";
}
