export type Lang = "vi" | "en";

const zone = "Asia/Ho_Chi_Minh";
const locale = { vi: "vi-VN", en: "en-GB" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(lang: Lang, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${lang} ${key}`;
  let known = formats.get(id);
  if (!known) {
    known = new Intl.DateTimeFormat(locale[lang], { timeZone: zone, ...options });
    formats.set(id, known);
  }
  return known;
}

/** 09:42 */
export function clockTime(at: number): string {
  return format("en", "time", { hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
}

/** 09:42:31 */
export function exactTime(at: number): string {
  return format("en", "exact", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(at);
}

/** 09:42, and the date when it is not today's: 09:42 08/12/2026 */
export function dayAndTime(at: number, now = Date.now()): string {
  return shortDate(at) === shortDate(now) ? clockTime(at) : `${clockTime(at)} ${shortDate(at)}`;
}

/** 08/12/2026 */
export function shortDate(at: number): string {
  return format("en", "date", { day: "2-digit", month: "2-digit", year: "numeric" }).format(at);
}

/** thứ Ba, 08/12/2026 */
export function weekDate(at: number, lang: Lang): string {
  const day = format(lang, "weekday", { weekday: "long" }).format(at);
  return `${day}, ${shortDate(at)}`;
}

/** The day in Viet Nam as "2026-12-08". */
export function dayOf(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** A local date "2026-12-08" as 08/12/2026. */
export function localDate(date: string): string {
  const [year, month, day] = date.split("-");
  return `${day}/${month}/${year}`;
}

/** 9:05 or 1:02:09; negative durations carry a minus sign. */
export function duration(ms: number): string {
  const sign = ms < 0 ? "−" : "";
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const h = Math.floor(seconds / 3600);
  const m = Math.floor((seconds % 3600) / 60);
  const s = String(seconds % 60).padStart(2, "0");
  return h > 0 ? `${sign}${h}:${String(m).padStart(2, "0")}:${s}` : `${sign}${String(m).padStart(2, "0")}:${s}`;
}

/** 90,38 % of a whole; a whole of zero gives 0. */
export function percent(part: number, whole: number, lang: Lang): string {
  const share = whole > 0 ? (part * 100) / whole : 0;
  const digits = new Intl.NumberFormat(locale[lang], { maximumFractionDigits: 2 }).format(share);
  return `${digits}%`;
}

/** 1,4 MB; steps of 1,000. */
export function byteSize(bytes: number, lang: Lang): string {
  const units = ["B", "kB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = new Intl.NumberFormat(locale[lang], { maximumFractionDigits: unit > 1 && value < 100 ? 1 : 0 });
  return `${digits.format(value)} ${units[unit]}`;
}

/** Lower case without marks, đ as d: what search compares. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();
}

/** The given name's and family name's first letters: Giàng Thị Dơ -> GD. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1]?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}
