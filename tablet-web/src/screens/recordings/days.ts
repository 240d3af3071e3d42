const dayMs = 86_400_000;
/** Viet Nam's clocks, the whole year. */
const zoneMs = 7 * 3_600_000;

/** The day of a moment as a date field writes it. */
export function dayOf(at: number): string {
  return new Date(at + zoneMs).toISOString().slice(0, 10);
}

/** The last moment of such a day; NaN for no day. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - zoneMs + dayMs - 1;
}
