import type { PollLineResult } from "../../core/schemas.ts";

/** Lines that can be read from the last row of a hall. */
const most = 4;
/** What follows from a line stands below it. */
const finding = 1.25;

/** Of a line on the wall, in lines from which nothing follows. */
export function heightOf(line: Pick<PollLineResult, "findings">): number {
  return 1 + finding * line.findings.length;
}

/** The lines of a result as the wall shows them, one page after another. */
export function wallPages<L extends Pick<PollLineResult, "findings">>(lines: readonly L[]): L[][] {
  const pages: L[][] = [];
  let room = 0;
  for (const line of lines) {
    const height = heightOf(line);
    if (height > room) {
      pages.push([]);
      room = most;
    }
    pages.at(-1)?.push(line);
    room -= height;
  }
  return pages;
}
