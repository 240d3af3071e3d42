import type {
  ItemView,
  Parts,
  PollView,
  RoomView,
  SittingAttendance,
  SittingView,
  Speaker,
  VoteView,
} from "../../core/schemas.ts";

/** What the wall shows: the hall, and of the online room what is on air. */
export type WallParts = Omit<Parts, "points" | "chat" | "follow" | "checkpoint">;

/** One line of the agenda on the wall. */
export type AgendaRow = { item: ItemView; state: "done" | "current" | "ahead" };

/** Everything one picture of the big screen shows, complete: a picture that fades out needs nothing from outside. */
export type Picture =
  | { scene: "IDLE"; next: SittingView | undefined; ended: boolean }
  | { scene: "AGENDA"; sitting: SittingView | undefined; rows: readonly AgendaRow[]; before: number; after: number }
  | { scene: "ROLL_CALL"; sitting: SittingView; call: SittingAttendance; total: number }
  | { scene: "ITEM"; item: ItemView; since: number | undefined }
  | { scene: "SPEAKER"; speech: Speaker; queue: readonly Speaker[]; item: ItemView | undefined }
  /** `batch`: all votes that were opened together with it; empty for a vote alone. */
  | { scene: "VOTE"; vote: VoteView; batch: readonly VoteView[]; item: ItemView | undefined; cast: number }
  /** What the director of the conference shows everybody. */
  | { scene: "STAGE"; room: RoomView; item: ItemView | undefined }
  | { scene: "POLL"; poll: PollView; item: ItemView | undefined }
  | { scene: "RESULT"; vote: VoteView; batch: readonly VoteView[]; item: ItemView | undefined; total: number };

/** Lines of the agenda that fit on the wall. */
export const agendaLines = 7;

/**
 * The picture for what the session shows now; undefined when its facts have not all come, so the last one stays.
 * `flows`: what is on air can be seen.
 */
export function pictureOf(parts: Partial<WallParts>, flows = false): Picture | undefined {
  const { session, agenda, now, attendance, floor, voting, progress, ballots, screen, room, stage } = parts;
  if (!session || !agenda || !now || !attendance || !floor || !voting || !ballots || !screen || !room || !stage) {
    return undefined;
  }
  const hall = { session, agenda, now, attendance, floor, voting, ballots, screen, room, stage };
  const whole = { ...hall, progress: progress ?? {} };
  if (flows && givesWay(screen) && onAir(whole)) return { scene: "STAGE", room, item: itemOf(whole, now.itemId) };
  switch (screen.scene) {
    case "VOTE":
    case "RESULT":
      return ofVote(whole);
    case "POLL":
      return ofPoll(whole) ?? ofItem(whole) ?? ofAgenda(whole) ?? idle(whole);
    case "SPEAKER":
      return ofSpeaker(whole) ?? ofItem(whole) ?? ofAgenda(whole) ?? idle(whole);
    case "ITEM":
      return ofItem(whole) ?? ofAgenda(whole) ?? idle(whole);
    case "ROLL_CALL":
      return ofRollCall(whole) ?? idle(whole);
    case "AGENDA":
      return ofAgenda(whole) ?? idle(whole);
    case "IDLE":
      return idle(whole);
  }
}

/** True while the director of an open online room shows everybody something. */
export function onAir({ room, stage }: Partial<Pick<WallParts, "room" | "stage">>): boolean {
  return room?.state === "OPEN" && stage?.air !== undefined;
}

/** What the hall decides or counts comes before the stage, and what somebody has pinned. */
function givesWay({ mode, scene }: WallParts["screen"]): boolean {
  return mode === "AUTOMATIC" && (scene === "SPEAKER" || scene === "ITEM" || scene === "AGENDA" || scene === "IDLE");
}

/** Pictures with the same key are one picture whose figures change; another key fades over. */
export function keyOf(picture: Picture): string {
  switch (picture.scene) {
    case "ITEM":
      return `ITEM ${picture.item.itemId}`;
    case "SPEAKER":
      return `SPEAKER ${picture.speech.personId}`;
    case "VOTE":
    case "RESULT":
      return `${picture.scene} ${picture.vote.voteId}`;
    case "POLL":
      return `POLL ${picture.poll.pollId} ${picture.poll.result !== undefined}`;
    case "ROLL_CALL":
      return `ROLL_CALL ${picture.sitting.sittingId}`;
    default:
      return picture.scene;
  }
}

/** The sitting the hall is about: open, in roll call, else the next one planned. */
export function sittingShown({ session, attendance }: Pick<Parts, "session" | "attendance">): SittingView | undefined {
  const planned = session.sittings.filter(one => one.state === "PLANNED").toSorted((a, b) => a.startsAt - b.startsAt);
  const called = new Set(attendance.sittings.filter(one => one.rollCall !== "CLOSED").map(one => one.sittingId));
  return (
    session.sittings.find(one => one.sittingId === session.openSittingId) ??
    planned.find(one => called.has(one.sittingId)) ??
    planned[0]
  );
}

/** At most `size` rows with the current one in the middle as far as the ends allow. */
export function windowAround<T>(rows: readonly T[], at: number, size: number): { shown: readonly T[]; before: number } {
  const start = Math.max(0, Math.min(at - Math.floor(size / 2), rows.length - size));
  return { shown: rows.slice(start, start + size), before: start };
}

function ofVote(parts: WallParts): Picture | undefined {
  const { votes } = parts.voting;
  const vote = votes.find(one => one.voteId === parts.screen.voteId) ?? votes.find(one => one.state === "OPEN");
  if (!vote) return undefined;
  const item = itemOf(parts, vote.itemId);
  const batch = vote.batchId === undefined ? [] : votes.filter(one => one.batchId === vote.batchId);
  if (vote.state === "VOIDED") return ofItem(parts) ?? ofAgenda(parts) ?? idle(parts);
  if (parts.screen.scene === "RESULT" && vote.result) {
    return { scene: "RESULT", vote, batch, item, total: parts.attendance.total };
  }
  const counted = parts.progress.voteId === vote.voteId || batch.some(one => one.voteId === parts.progress.voteId);
  return { scene: "VOTE", vote, batch, item, cast: counted ? (parts.progress.cast ?? 0) : 0 };
}

function ofPoll(parts: WallParts): Picture | undefined {
  const poll = parts.ballots.polls.find(one => one.pollId === parts.screen.pollId);
  return poll && { scene: "POLL", poll, item: itemOf(parts, poll.itemId) };
}

function ofSpeaker({ floor, ...parts }: WallParts): Picture | undefined {
  if (!floor.speech) return undefined;
  return { scene: "SPEAKER", speech: floor.speech, queue: floor.queue, item: itemOf(parts, parts.now.itemId) };
}

function ofItem(parts: WallParts): Picture | undefined {
  const item = itemOf(parts, parts.now.itemId);
  return item && { scene: "ITEM", item, since: parts.now.since };
}

function ofRollCall(parts: WallParts): Picture | undefined {
  const sitting = sittingShown(parts);
  const call = parts.attendance.sittings.find(one => one.sittingId === sitting?.sittingId);
  return sitting && call && { scene: "ROLL_CALL", sitting, call, total: parts.attendance.total };
}

function ofAgenda(parts: WallParts): Picture | undefined {
  const { now } = parts;
  const sitting = sittingShown(parts);
  const all = parts.agenda.items;
  const own = all.filter(one => one.sittingId === undefined || one.sittingId === sitting?.sittingId);
  const items = own.length > 0 ? own : all;
  if (items.length === 0) return undefined;
  const rows = items.map((item): AgendaRow => {
    if (item.itemId === now.itemId) return { item, state: "current" };
    return { item, state: now.done.includes(item.itemId) ? "done" : "ahead" };
  });
  const at = rows.findIndex(row => row.state === "current");
  const middle = at >= 0 ? at : rows.findLastIndex(row => row.state === "done") + 1;
  const { shown, before } = windowAround(rows, middle, agendaLines);
  return { scene: "AGENDA", sitting, rows: shown, before, after: rows.length - before - shown.length };
}

function idle({ session }: WallParts): Picture {
  const planned = session.sittings.filter(one => one.state === "PLANNED").toSorted((a, b) => a.startsAt - b.startsAt);
  return { scene: "IDLE", next: planned[0], ended: session.state === "ENDED" };
}

function itemOf({ agenda }: Pick<Parts, "agenda">, itemId: string | undefined): ItemView | undefined {
  return agenda.items.find(one => one.itemId === itemId);
}
