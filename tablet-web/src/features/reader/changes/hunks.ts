import { diffArrays } from "diff";

/** A word and the page it stands on. */
export interface Word {
  text: string;
  page: number;
}

/** A stretch of one side: words that both have, or that only this side has. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** One place that differs, with some words around it. */
export interface Hunk {
  before: { page: number; stretches: Stretch[] };
  after: { page: number; stretches: Stretch[] };
}

/** So many equal words part two places; half of them are shown on each side. */
const apart = 24;
const patienceMs = 4_000;

type Run = { words: Word[]; side: "both" | "before" | "after" };

/** The places where two versions differ, in order; undefined when they have hardly anything in common. */
export function hunksOf(before: readonly Word[], after: readonly Word[]): Hunk[] | undefined {
  const changes = diffArrays(
    before.map(word => word.text),
    after.map(word => word.text),
    { timeout: patienceMs },
  );
  if (!changes) return undefined;
  const runs: Run[] = [];
  let [left, right] = [0, 0];
  for (const change of changes) {
    const side = change.added ? "after" : change.removed ? "before" : "both";
    runs.push({
      side,
      words: side === "before" ? before.slice(left, left + change.count) : after.slice(right, right + change.count),
    });
    if (side !== "after") left += change.count;
    if (side !== "before") right += change.count;
  }
  return grouped(runs, before);
}

function grouped(runs: readonly Run[], before: readonly Word[]): Hunk[] {
  const hunks: Hunk[] = [];
  let open: Hunk | undefined;
  let left = 0;
  runs.forEach((run, at) => {
    if (run.side === "both") {
      const last = at === runs.length - 1;
      if (open) both(open, run.words.length >= apart || last ? run.words.slice(0, apart / 2) : run.words);
      if (run.words.length >= apart) open = undefined;
      left += run.words.length;
      return;
    }
    if (!open) {
      open = begin(runs[at - 1], run, before[left]?.page ?? before.at(-1)?.page ?? 1);
      hunks.push(open);
    }
    open[run.side].stretches.push({ text: textOf(run.words), changed: true });
    if (run.side === "before") left += run.words.length;
  });
  return hunks;
}

function begin(previous: Run | undefined, run: Run, leftPage: number): Hunk {
  const context = previous?.words.slice(-apart / 2) ?? [];
  const rightPage = run.side === "after" ? run.words[0]?.page : context.at(-1)?.page;
  const hunk: Hunk = {
    before: { page: leftPage, stretches: [] },
    after: { page: rightPage ?? 1, stretches: [] },
  };
  both(hunk, context);
  return hunk;
}

function both(hunk: Hunk, words: readonly Word[]): void {
  if (words.length === 0) return;
  const stretch = { text: textOf(words), changed: false };
  hunk.before.stretches.push(stretch);
  hunk.after.stretches.push(stretch);
}

function textOf(words: readonly Word[]): string {
  return words.map(word => word.text).join(" ");
}
