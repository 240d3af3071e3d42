import type { ItemView, Parts, SittingAttendance, SittingView, Speaker, VoteView } from "../../core/schemas.ts";

import { preparedVotes } from "../../hall/voting/batch.ts";

/** What the chair's desk needs of the live session. */
export type Desk = Pick<Parts, "session" | "agenda" | "now" | "attendance" | "floor" | "voting">;

/** What the chair waits for; somebody else has to act. */
export type WaitFor = "publication" | "sitting" | "approval" | "vote";

/** One thing the chair can do now, or waits for. */
export type Step =
  | { kind: "wait"; for: WaitFor }
  | { kind: "open-roll-call"; sitting: SittingView }
  /** `override`: without quorum or before the roll call is approved, so with a reason. */
  | { kind: "open-sitting"; sitting: SittingView; override: boolean }
  | { kind: "open-item"; item: ItemView; first: boolean }
  | { kind: "grant"; speaker: Speaker; waiting: number }
  | { kind: "end-speech"; speaker: Speaker }
  | { kind: "extend"; speaker: Speaker }
  /** Puts the first of the queue behind the last, at `index`. */
  | { kind: "skip"; speaker: Speaker; index: number }
  /** `units`: they are asked, one answer each, and not the members. */
  | { kind: "open-vote"; vote: VoteView; override: boolean; units?: boolean }
  | { kind: "open-batch"; votes: readonly VoteView[]; override: boolean }
  /** `many`: so many votes of a batch at once. */
  | { kind: "close-vote"; vote: VoteView; many?: number }
  | { kind: "hold-vote"; vote: VoteView; many?: number }
  | { kind: "resume-vote"; vote: VoteView; many?: number }
  | { kind: "declare"; vote: VoteView; many?: number }
  | { kind: "void-vote"; vote: VoteView }
  | { kind: "end-sitting"; sitting: SittingView; left: number }
  | { kind: "end-session" }
  | { kind: "finished" };

export type StepKind = Step["kind"];

/** The sitting the desk is about: the open one, the one in roll call, the next planned; none when all have ended. */
export function sittingAtHand(desk: Desk): SittingView | undefined {
  const { sittings, openSittingId } = desk.session;
  const planned = sittings.filter(one => one.state === "PLANNED").toSorted((a, b) => a.startsAt - b.startsAt);
  return (
    sittings.find(one => one.sittingId === openSittingId) ??
    planned.find(one => callOf(desk, one)?.rollCall !== "CLOSED") ??
    planned[0]
  );
}

export function callOf(desk: Desk, sitting: SittingView | undefined): SittingAttendance | undefined {
  return desk.attendance.sittings.find(one => one.sittingId === sitting?.sittingId);
}

/** The current agenda item. */
export function currentItem(desk: Desk): ItemView | undefined {
  return desk.agenda.items.find(one => one.itemId === desk.now.itemId);
}

/** Items not yet taken that belong to the sitting, in order: those after the current one first, then what was left out. */
export function itemsLeft(desk: Desk, sitting: SittingView | undefined): readonly ItemView[] {
  const { items } = desk.agenda;
  const hidden = hiddenItems(items);
  const at = items.findIndex(one => one.itemId === desk.now.itemId);
  const left = items.filter(
    one =>
      one.itemId !== desk.now.itemId &&
      !hidden.has(one.itemId) &&
      !desk.now.done.includes(one.itemId) &&
      (one.sittingId === undefined || one.sittingId === sitting?.sittingId),
  );
  const after = left.filter(one => items.indexOf(one) > at);
  return [...after, ...left.filter(one => !after.includes(one))];
}

function hiddenItems(items: readonly ItemView[]): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const item of items) {
    if (item.hidden || (item.parentId !== undefined && hidden.has(item.parentId))) hidden.add(item.itemId);
  }
  return hidden;
}

/** The one sensible next step. */
export function nextStep(desk: Desk): Step {
  if (desk.session.state === "ENDED") return { kind: "finished" };
  if (desk.session.state === "DRAFT") return { kind: "wait", for: "publication" };
  const vote = desk.voting.votes.find(one => one.state === "OPEN");
  if (vote) return { kind: vote.heldAt === undefined ? "close-vote" : "resume-vote", vote, ...many(desk, vote) };
  const undeclared = desk.voting.votes.find(one => one.state === "CLOSED");
  if (undeclared) return { kind: "declare", vote: undeclared, ...many(desk, undeclared) };
  const sitting = sittingAtHand(desk);
  if (!sitting) return desk.session.sittings.length > 0 ? { kind: "end-session" } : { kind: "wait", for: "sitting" };
  return sitting.state === "OPEN" ? stepInSitting(desk, sitting) : stepBeforeSitting(desk, sitting);
}

function stepBeforeSitting(desk: Desk, sitting: SittingView): Step {
  const call = callOf(desk, sitting);
  if (!call || call.rollCall === "CLOSED") return { kind: "open-roll-call", sitting };
  if (call.rollCall === "OPEN") return { kind: "wait", for: "approval" };
  return { kind: "open-sitting", sitting, override: !call.quorumMet };
}

function stepInSitting(desk: Desk, sitting: SittingView): Step {
  const { speech, queue } = desk.floor;
  if (speech) return { kind: "end-speech", speaker: speech };
  const [speaker] = queue;
  if (speaker) return { kind: "grant", speaker, waiting: queue.length };
  const ready = preparedVote(desk);
  if (ready) return openVote(desk, sitting, ready);
  if (lacksVote(desk)) return { kind: "wait", for: "vote" };
  const left = itemsLeft(desk, sitting);
  const [item] = left;
  if (item) return { kind: "open-item", item, first: desk.now.itemId === undefined && desk.now.done.length === 0 };
  return { kind: "end-sitting", sitting, left: 0 };
}

/** How many votes a step on this one is about; nothing for a vote that was opened alone. */
function many(desk: Desk, vote: VoteView): { many?: number } {
  if (vote.batchId === undefined) return {};
  return { many: desk.voting.votes.filter(one => one.batchId === vote.batchId && one.state === vote.state).length };
}

function preparedVote(desk: Desk): VoteView | undefined {
  return desk.voting.votes.find(one => one.itemId === desk.now.itemId && one.state === "PREPARED");
}

/** A resolution is up and nobody has prepared a vote on it. */
function lacksVote(desk: Desk): boolean {
  const item = currentItem(desk);
  if (item?.kind !== "RESOLUTION") return false;
  return !desk.voting.votes.some(one => one.itemId === item.itemId && one.state !== "VOIDED");
}

function openVote(desk: Desk, sitting: SittingView, vote: VoteView): Step {
  return { kind: "open-vote", vote, override: !(callOf(desk, sitting)?.quorumMet ?? false) };
}

/** What else makes sense now, most likely first; never the next step itself. */
export function otherSteps(desk: Desk): readonly Step[] {
  const next = nextStep(desk);
  return candidates(desk).filter(step => step.kind !== next.kind);
}

function candidates(desk: Desk): readonly Step[] {
  if (desk.session.state === "ENDED" || desk.session.state === "DRAFT") return [];
  const vote = desk.voting.votes.find(one => one.state === "OPEN" || one.state === "CLOSED");
  if (vote) {
    const running = vote.state === "OPEN" && vote.heldAt === undefined;
    return [
      ...(running ? [{ kind: "hold-vote", vote, ...many(desk, vote) } as const] : []),
      { kind: "void-vote", vote },
    ];
  }
  const sitting = sittingAtHand(desk);
  if (!sitting) return [];
  if (sitting.state === "OPEN") return inSitting(desk, sitting);
  return callOf(desk, sitting)?.rollCall === "OPEN" ? [{ kind: "open-sitting", sitting, override: true }] : [];
}

function inSitting(desk: Desk, sitting: SittingView): readonly Step[] {
  const { speech, queue } = desk.floor;
  const [first] = queue;
  const steps: Step[] = [];
  if (speech) steps.push({ kind: "extend", speaker: speech });
  if (speech && first) steps.push({ kind: "grant", speaker: first, waiting: queue.length });
  if (!speech && first && queue.length > 1) steps.push({ kind: "skip", speaker: first, index: queue.length - 1 });
  const ready = preparedVote(desk);
  if (ready) steps.push(openVote(desk, sitting, ready));
  const prepared = preparedVotes(desk.voting.votes, hiddenItems(desk.agenda.items));
  if (prepared.length > 1) {
    steps.push({ kind: "open-batch", votes: prepared, override: !(callOf(desk, sitting)?.quorumMet ?? false) });
  }
  const left = itemsLeft(desk, sitting);
  const [item] = left;
  if (item) steps.push({ kind: "open-item", item, first: false });
  steps.push({ kind: "end-sitting", sitting, left: left.length });
  return steps;
}
