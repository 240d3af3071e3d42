import { useState } from "react";
import type {
  AttendanceRow,
  FloorView,
  ItemView,
  NowView,
  SessionView,
  SittingAttendance,
  SittingView,
  VoteView,
  VotingView,
} from "../../../core/schemas.ts";
import { usePart } from "../../../hall/index.ts";
import { attendanceOf, sittingOfNow } from "../sitting.ts";
import { nextItem } from "./logic.ts";

/** Everything that the running sitting's desk looks at, in one object. */
export interface ConductView {
  session: SessionView;
  sitting: SittingView | undefined;
  call: SittingAttendance | undefined;
  total: number;
  rows: readonly AttendanceRow[];
  items: readonly ItemView[];
  now: NowView | undefined;
  current: ItemView | undefined;
  next: ItemView | undefined;
  voting: VotingView | undefined;
  openVote: VoteView | undefined;
  floor: FloorView | undefined;
  running: boolean;
  choose: (sittingId: string) => void;
}

export function useConduct(session: SessionView): ConductView {
  const attendance = usePart("attendance");
  const agenda = usePart("agenda");
  const now = usePart("now");
  const voting = usePart("voting");
  const floor = usePart("floor");
  const [chosen, choose] = useState<string>();
  const sitting = sittingOfNow(session, attendance, chosen);
  const items = agenda?.items ?? [];
  return {
    session,
    sitting,
    call: attendanceOf(attendance, sitting?.sittingId),
    total: attendance?.total ?? session.rules.totalMembers,
    rows: attendance?.rows ?? [],
    items,
    now,
    current: items.find(item => item.itemId === now?.itemId),
    next: nextItem(items, now),
    voting,
    openVote: voting?.votes.find(vote => vote.state === "OPEN"),
    floor,
    running: sitting?.state === "OPEN",
    choose,
  };
}
