import { fold } from "../../../core/format.ts";
import type { AttendanceRow } from "../../../core/schemas.ts";

export type ReplyFilter = "all" | "unopened" | "unanswered" | "attend" | "absent";
export const replyFilters: readonly ReplyFilter[] = ["all", "unopened", "unanswered", "attend", "absent"];

type Row = Pick<AttendanceRow, "name" | "group" | "seat" | "receivedAt"> & {
  sittings: readonly Pick<AttendanceRow["sittings"][number], "sittingId" | "answer">[];
};

export function answerOf(row: Row, sittingId: string) {
  return row.sittings.find(one => one.sittingId === sittingId)?.answer;
}

export function fits(row: Row, sittingId: string, filter: ReplyFilter): boolean {
  const answer = answerOf(row, sittingId)?.answer;
  switch (filter) {
    case "all":
      return true;
    case "unopened":
      return row.receivedAt === undefined;
    case "unanswered":
      return answer === undefined;
    case "attend":
      return answer === "ATTEND";
    case "absent":
      return answer === "ABSENT";
  }
}

/** Whether name, group or seat contain every typed word, marks and case aside. */
export function mentions(row: Pick<AttendanceRow, "name" | "group" | "seat">, typed: string): boolean {
  const text = fold(`${row.name} ${row.group} ${row.seat}`);
  return fold(typed)
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** Rows under their groups, in the order they come. */
export function byGroup<R extends Pick<AttendanceRow, "group">>(rows: readonly R[]): readonly [string, readonly R[]][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.group);
    if (group) group.push(row);
    else groups.set(row.group, [row]);
  }
  return [...groups];
}
