import type { AttendanceView, SessionView, SittingAttendance, SittingView } from "../../core/schemas.ts";

/** The sitting that the desk is about: the open one, the one in roll call, the next planned, else the last. */
export function sittingOfNow(
  session: Pick<SessionView, "sittings" | "openSittingId">,
  attendance: AttendanceView | undefined,
  chosen?: string,
): SittingView | undefined {
  const { sittings, openSittingId } = session;
  const called = new Set(attendance?.sittings.filter(one => one.rollCall !== "CLOSED").map(one => one.sittingId) ?? []);
  const planned = sittings.filter(one => one.state === "PLANNED").toSorted((a, b) => a.startsAt - b.startsAt);
  return (
    sittings.find(one => one.sittingId === openSittingId) ??
    planned.find(one => one.sittingId === chosen) ??
    planned.find(one => called.has(one.sittingId)) ??
    planned[0] ??
    sittings.toSorted((a, b) => a.startsAt - b.startsAt).at(-1)
  );
}

export function attendanceOf(
  attendance: AttendanceView | undefined,
  sittingId: string | undefined,
): SittingAttendance | undefined {
  return attendance?.sittings.find(one => one.sittingId === sittingId);
}
