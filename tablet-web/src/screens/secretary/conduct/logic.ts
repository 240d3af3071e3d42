import type {
  AttendanceRow,
  ItemView,
  NowView,
  SittingAttendance,
  SittingView,
  VoteView,
  VotingView,
} from "../../../core/schemas.ts";
import type { Voter } from "../../../hall/voting/EntryDesk.tsx";

/** Hidden itself or below a hidden item: such an item can't be opened. */
export function hiddenIds(items: readonly ItemView[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const item of items) {
    if (item.hidden || (item.parentId !== undefined && hidden.has(item.parentId))) hidden.add(item.itemId);
  }
  return hidden;
}

/** The item to go to: the first after the current one that is neither done nor hidden, else the first such at all. */
export function nextItem(items: readonly ItemView[], now: NowView | undefined): ItemView | undefined {
  const hidden = hiddenIds(items);
  const open = (item: ItemView) =>
    item.itemId !== now?.itemId && !now?.done.includes(item.itemId) && !hidden.has(item.itemId);
  const at = items.findIndex(item => item.itemId === now?.itemId);
  return items.slice(at + 1).find(open) ?? items.find(open);
}

export type OpeningLack = "roll-call" | "approval" | "quorum" | "other-open";

/** What keeps the secretary from opening the sitting, in the order in which it is to be done. */
export function lacksForOpening(
  call: SittingAttendance | undefined,
  openSittingId: string | undefined,
): readonly OpeningLack[] {
  const lacks: OpeningLack[] = [];
  if (openSittingId !== undefined) lacks.push("other-open");
  if (!call || call.rollCall === "CLOSED") lacks.push("roll-call");
  else if (call.rollCall === "OPEN") lacks.push("approval");
  if (!call?.quorumMet) lacks.push("quorum");
  return lacks;
}

export type VoteLack = "sitting" | "item" | "other" | "quorum";

/** What keeps the secretary from opening a prepared vote; the most basic reason only. */
export function lackForVote(
  vote: Pick<VoteView, "itemId" | "voteId" | "askable">,
  open: {
    sitting: SittingView | undefined;
    call: SittingAttendance | undefined;
    now: NowView | undefined;
    voting: VotingView | undefined;
  },
): VoteLack | undefined {
  if (open.sitting?.state !== "OPEN") return "sitting";
  if (open.voting?.votes.some(one => one.state === "OPEN" && one.voteId !== vote.voteId)) return "other";
  if (open.now?.itemId !== vote.itemId) return "item";
  if (vote.askable) return undefined; // units need no quorum; whom to ask is chosen next
  return open.call?.quorumMet ? undefined : "quorum";
}

/** What keeps the secretary from opening several votes at once; their items need not be current. */
export function lackForBatch(open: {
  sitting: SittingView | undefined;
  call: SittingAttendance | undefined;
  voting: VotingView | undefined;
}): Exclude<VoteLack, "item"> | undefined {
  if (open.sitting?.state !== "OPEN") return "sitting";
  if (open.voting?.votes.some(one => one.state === "OPEN")) return "other";
  return open.call?.quorumMet ? undefined : "quorum";
}

/**
 * Who may vote and has not. The server sends who has voted; those who could are the present ones of the moment of opening, so that
 * someone marked present later is left out and someone who has left since is kept.
 */
export function missingVoters(
  rows: readonly AttendanceRow[],
  sittingId: string,
  vote: VoteView,
  /** Those present in an absent member's place vote too. */
  substitutesVote = false,
): readonly Voter[] {
  const voted = new Set(vote.voters ?? []);
  if (vote.units) return vote.units.filter(unit => !voted.has(unit.personId)).map(unit => ({ ...unit, seat: "" }));
  const members = rows.filter(row => {
    const here = row.sittings.find(one => one.sittingId === sittingId);
    if (!here || voted.has(row.personId)) return false;
    const since = (here.at ?? 0) > (vote.openedAt ?? 0);
    return here.presence === "PRESENT" ? !since : here.presence === "LEFT" && since;
  });
  if (!substitutesVote) return members;
  const others = rows.flatMap(row => {
    const sent = row.sittings.find(one => one.sittingId === sittingId)?.substitute;
    const waits = sent?.presence === "PRESENT" && !voted.has(sent.personId);
    return waits ? [{ ...row, personId: sent.personId, name: sent.name, title: sent.title }] : [];
  });
  return [...members, ...others];
}

export type RollFilter = "all" | "CHECKED_IN" | "PRESENT" | "missing" | "away";
export const rollFilters: readonly RollFilter[] = ["all", "CHECKED_IN", "PRESENT", "missing", "away"];

export function presenceOf(row: AttendanceRow, sittingId: string) {
  return row.sittings.find(one => one.sittingId === sittingId);
}

export function fitsRoll(row: AttendanceRow, sittingId: string, filter: RollFilter): boolean {
  const presence = presenceOf(row, sittingId)?.presence ?? "NONE";
  switch (filter) {
    case "all":
      return true;
    case "missing":
      return presence === "NONE";
    case "away":
      return presence === "ABSENT" || presence === "LEFT";
    default:
      return presence === filter;
  }
}

/** Minutes as typed, "2,5" or "3", in whole seconds; undefined outside of 1 second to 1 hour. */
export function secondsOf(minutes: string): number | undefined {
  if (!/^\d{1,2}([.,]\d)?$/.test(minutes.trim())) return undefined;
  const seconds = Math.round(Number(minutes.replace(",", ".")) * 60);
  return seconds >= 1 && seconds <= 3600 ? seconds : undefined;
}
