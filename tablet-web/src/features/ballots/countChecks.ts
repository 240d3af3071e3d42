import type { PollView } from "../../core/schemas.ts";

/** What a teller has typed, by place: digits or nothing. */
export type CountValues = Readonly<Record<string, string>>;

/** A running check that fails: where, and with which numbers. */
export type Check =
  | { kind: "collected"; issued: number }
  | { kind: "sheets" }
  | { kind: "line"; lineId: string; sum: number; valid: number }
  | { kind: "over"; lineId: string; valid: number }
  | { kind: "marks"; sum: number; most: number }
  | { kind: "few"; sum: number; valid: number };

/** The key of one field; `field` is an option's code, COLLECTED, VALID or INVALID. */
export function placeKey(field: string, lineId?: string): string {
  return lineId === undefined ? field : `${lineId} ${field}`;
}

/** All places of a sheet in the order in which they are keyed. */
export function placesOf(poll: PollView): readonly string[] {
  const ofLine = poll.options.map(one => one.code as string);
  if (poll.sheet !== "ELECTION") ofLine.push("INVALID");
  return [
    "COLLECTED",
    "VALID",
    "INVALID",
    ...poll.lines.flatMap(line => ofLine.map(field => placeKey(field, line.lineId))),
  ];
}

export function emptyCount(poll: PollView): CountValues {
  return Object.fromEntries(placesOf(poll).map(place => [place, ""]));
}

/** The numbers as the command takes them; undefined while a field is empty. */
export function toNumbers(poll: PollView, values: CountValues) {
  if (placesOf(poll).some(place => number(values, place) === undefined)) return undefined;
  const of = (field: string, lineId?: string) => number(values, placeKey(field, lineId)) ?? 0;
  return {
    pollId: poll.pollId,
    collected: of("COLLECTED"),
    valid: of("VALID"),
    invalid: of("INVALID"),
    lines: poll.lines.map(line => ({
      lineId: line.lineId,
      marks: Object.fromEntries(poll.options.map(option => [option.code, of(option.code, line.lineId)])),
      invalid: poll.sheet === "ELECTION" ? 0 : of("INVALID", line.lineId),
    })),
  };
}

/** The checks of the server, as far as the numbers needed are there: a teller sees a slip before sending it. */
export function findChecks(poll: PollView, values: CountValues): readonly Check[] {
  const collected = number(values, "COLLECTED");
  const valid = number(values, "VALID");
  const invalid = number(values, "INVALID");
  const found: Check[] = [];
  if (collected !== undefined && poll.issued !== undefined && collected > poll.issued) {
    found.push({ kind: "collected", issued: poll.issued });
  }
  if (collected !== undefined && valid !== undefined && invalid !== undefined && valid + invalid !== collected) {
    found.push({ kind: "sheets" });
  }
  if (valid === undefined) return found;
  return [...found, ...(poll.sheet === "ELECTION" ? election(poll, values, valid) : eachLine(poll, values, valid))];
}

function eachLine(poll: PollView, values: CountValues, valid: number): readonly Check[] {
  return poll.lines.flatMap(({ lineId }): Check[] => {
    const marks = [...poll.options.map(one => one.code as string), "INVALID"].map(field =>
      number(values, placeKey(field, lineId)),
    );
    if (marks.some(one => one === undefined)) return [];
    const sum = marks.reduce<number>((all, one) => all + (one ?? 0), 0);
    return sum === valid ? [] : [{ kind: "line", lineId, sum, valid }];
  });
}

function election(poll: PollView, values: CountValues, valid: number): readonly Check[] {
  const found: Check[] = [];
  let sum = 0;
  let whole = true;
  for (const { lineId } of poll.lines) {
    const marks = number(values, placeKey("FOR", lineId));
    if (marks === undefined) whole = false;
    else if (marks > valid) found.push({ kind: "over", lineId, valid });
    sum += marks ?? 0;
  }
  const most = valid * (poll.seats ?? 1);
  if (sum > most) found.push({ kind: "marks", sum, most });
  if (whole && poll.blankValid === false && sum < valid) found.push({ kind: "few", sum, valid });
  return found;
}

function number(values: CountValues, place: string): number | undefined {
  const typed = values[place]?.trim() ?? "";
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined;
}
