const hourMs = 3_600_000;
/** Viet Nam keeps UTC+7 all year. */
const offsetMs = 7 * hourMs;

/** "2026-12-08" and "08:00" in Viet Nam as UTC milliseconds; undefined when either isn't complete. */
export function stampOf(date: string, time: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(`${date}T${time.slice(0, 5)}`);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) - offsetMs;
}
