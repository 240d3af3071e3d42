import type { Share } from "../core/schemas.ts";
import type { CommonText } from "./common.vi.ts";

/** Smallest part of `base` that satisfies the share: strict means more than, else at least. Integer arithmetic. */
export function votesNeeded(share: Share, base: number): number {
  const product = base * share.numerator;
  const floor = Math.floor(product / share.denominator);
  if (share.strict) return floor + 1;
  return floor * share.denominator === product ? floor : floor + 1;
}

/** quá nửa tổng số đại biểu */
export function shareInWords(share: Share, t: CommonText): string {
  const half = share.numerator * 2 === share.denominator;
  const amount = share.strict
    ? half
      ? t.rule.moreThanHalf
      : t.rule.moreThan(share.numerator, share.denominator)
    : half
      ? t.rule.atLeastHalf
      : t.rule.atLeast(share.numerator, share.denominator);
  return `${amount} ${t.rule.base[share.base]}`;
}

/** 31/60 đại biểu, quá nửa tổng số đại biểu (cần 31); with a label 31/60 đại biểu tán thành; what is not met is told as not met. */
export function ruleInWords(
  part: number,
  base: number,
  share: Share,
  t: CommonText,
  needed = Math.max(1, votesNeeded(share, base)),
  label = "",
): string {
  const counted = share.base === "TOTAL_MEMBERS" || share.base === "PRESENT" ? t.rule.delegates : t.rule.ballots;
  const who = label ? `${counted} ${label.toLocaleLowerCase("vi")}` : counted;
  const words = shareInWords(share, t);
  return `${part}/${base} ${who}, ${part < needed ? t.rule.short(words) : words} (${t.rule.needs(needed)})`;
}
