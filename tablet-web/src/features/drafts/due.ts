import type { AssignmentView } from "../../core/schemas.ts";

const dayMs = 86_400_000;

/** How urgent an assignment is: `given` once something was handed in, however late. */
export type Urgency = "given" | "overdue" | "soon" | "open";

/** Whole days from one local date to another; negative when it is past. */
export function daysBetween(today: string, due: string): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / dayMs);
}

export function handedIn({ submitted, approved, published }: AssignmentView): number {
  return submitted + approved + published;
}

/** @param today in Viet Nam, as 2026-12-08 */
export function urgencyOf(assignment: AssignmentView, today: string): Urgency {
  if (handedIn(assignment) > 0) return "given";
  const days = daysBetween(today, assignment.due);
  return days < 0 ? "overdue" : days <= 3 ? "soon" : "open";
}
