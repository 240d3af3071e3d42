/** How many pictures a screen of this size shows at once, at most. */
export function slotsFor(width: number, height: number): number {
  if (Math.min(width, height) < 600) return 6;
  return Math.max(width, height) < 1600 ? 9 : 16;
}
