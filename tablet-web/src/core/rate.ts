import type { Lang } from "./format.ts";

const locale = { vi: "vi-VN", en: "en-GB" } as const;

/** 1,4 Mbit/s; 640 kbit/s. */
export function bitRate(bps: number, lang: Lang): string {
  const large = bps >= 1_000_000;
  const digits = new Intl.NumberFormat(locale[lang], { maximumFractionDigits: large ? 1 : 0 });
  return `${digits.format(large ? bps / 1_000_000 : bps / 1000)} ${large ? "Mbit/s" : "kbit/s"}`;
}
