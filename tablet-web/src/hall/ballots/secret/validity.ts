import type { Mark, Poll } from "../../../core/secret/poll.ts";

/** What is to be said of a ballot before it is cast. It may be cast all the same, as one of paper may. */
export type Remark = "over" | "blank" | "blank-invalid" | undefined;

export function remarkOn(poll: Pick<Poll, "seats" | "blankValid">, marks: readonly Mark[]): Remark {
  if (marks.length === 0) return poll.blankValid ? "blank" : "blank-invalid";
  return poll.seats > 0 && marks.length > poll.seats ? "over" : undefined;
}

/** The marks with this one made, or taken away: an election has a box a line, other sheets one option a line. */
export function toggled(poll: Pick<Poll, "seats">, marks: readonly Mark[], mark: Mark): readonly Mark[] {
  if (poll.seats === 0) return [...marks.filter(one => one.line !== mark.line), mark];
  const there = marks.some(one => one.line === mark.line);
  return there ? marks.filter(one => one.line !== mark.line) : [...marks, mark];
}

/** In the order of the sheet, so that nobody sees in which one it was marked. */
export function inOrder(poll: Pick<Poll, "lines">, marks: readonly Mark[]): readonly Mark[] {
  return poll.lines.flatMap(line => marks.filter(mark => mark.line === line.id));
}
