import type {
  BoxPhase,
  Choice,
  ExternalHost,
  Grade,
  ItemKind,
  Layout,
  Measured,
  MediaSource,
  Microphones,
  PaperKind,
  PollLine,
  Presence,
  Scene,
  Station,
  TestLimits,
} from "./schemas.ts";
import type { SentBallot } from "./signed-ballot.ts";

type Nothing = Record<string, never>;
type SittingId = { sittingId: string };
type RoomSettings = { lobby: boolean; microphones: Microphones };
type ItemFields = {
  itemId: string;
  title: string;
  kind: ItemKind;
  presenter?: string;
  minutes?: number;
  sittingId?: string;
  hidden: boolean;
  resolution?: string;
};

type PointId = { pointId: string };
type PollId = { pollId: string };
type PollSheet = { pollId: string; matter: string; title: string; seats?: number; lines: PollLine[] };
type PollCount = {
  pollId: string;
  collected: number;
  valid: number;
  invalid: number;
  lines: { lineId: string; marks: Record<string, number>; invalid?: number }[];
};

/** Every command of protocol.md, by name, with its data. */
export interface Commands {
  "session.rename": { title: string };
  "session.publish": Nothing;
  "session.end": Nothing;
  "sitting.plan": { sittingId: string; title: string; date: string; startsAt: number };
  "sitting.change": { sittingId: string; title: string; date: string; startsAt: number };
  "sitting.drop": SittingId;
  "sitting.open": { sittingId: string; overrideReason?: string };
  "sitting.end": SittingId;
  "attendance.acknowledge": Nothing;
  "attendance.answer": { sittingId: string; answer: "ATTEND" | "ABSENT"; reason?: string; writtenAt?: number };
  "attendance.open-roll-call": SittingId;
  "attendance.renew-code": SittingId;
  "attendance.check-in": { sittingId: string; code?: string };
  "attendance.mark": {
    sittingId: string;
    personId: string;
    presence: Extract<Presence, "PRESENT" | "ABSENT" | "LEFT">;
    reason?: string;
  };
  "attendance.recall-substitute": { sittingId: string; personId: string };
  "attendance.approve": SittingId;
  "agenda.add-item": ItemFields & { parentId?: string; index: number };
  "agenda.edit-item": ItemFields;
  "agenda.move-item": { itemId: string; parentId?: string; index: number };
  "agenda.remove-item": { itemId: string };
  "agenda.move-paper": { paperId: string; itemId: string; index: number };
  "agenda.rename-paper": {
    paperId: string;
    title: string;
    kind: PaperKind;
    number?: string;
    issuer?: string;
    summary?: string;
  };
  "agenda.restrict-paper": {
    paperId: string;
    groups?: string[];
    persons?: string[];
    from?: number;
    until?: number;
    confidential: boolean;
    watermark?: boolean;
  };
  "agenda.detach-paper": { paperId: string };
  "agenda.recall-paper": { paperId: string; reason: string };
  "agenda.restore-paper": { paperId: string; itemId: string };
  "agenda.open-item": { itemId: string };
  "agenda.close-item": Nothing;
  "floor.raise-hand": Nothing;
  "floor.lower-hand": Nothing;
  "floor.queue": { personId: string };
  "floor.unqueue": { personId: string };
  "floor.move": { personId: string; index: number };
  "floor.grant": { personId: string; seconds: number };
  "floor.extend": { seconds: number };
  "floor.end-speech": Nothing;
  "voting.prepare": { voteId: string; itemId: string; title: string; matter?: string };
  "voting.drop": { voteId: string };
  "voting.withdraw": { voteId: string; reason: string };
  "voting.open": { voteId: string; byUnits?: boolean; overrideReason?: string };
  "voting.open-many": { batchId: string; voteIds: string[]; overrideReason?: string };
  "voting.cast": SentBallot;
  "voting.cast-many": { ballots: SentBallot[] };
  "voting.enter": { voteId: string; personId: string; choice: Choice; reason: string };
  "voting.countersign": { voteId: string; personId: string; choice: Choice };
  "voting.withdraw-entry": { voteId: string; personId: string };
  "voting.close": { voteId: string };
  "voting.declare": { voteId: string };
  "voting.hold": { voteId: string; reason: string };
  "voting.resume": { voteId: string };
  "voting.void": { voteId: string; reason: string };
  "ballot.prepare": PollSheet & { itemId: string; form: "SECRET_PAPER" | "SECRET_ELECTRONIC"; after?: string };
  "ballot.edit": PollSheet;
  "ballot.drop": PollId;
  "ballot.name-tellers": { pollId: string; tellers: string[]; head: string; voteId?: string };
  "ballot.issue": { pollId: string; overrideReason?: string };
  "ballot.count-issued": { pollId: string; issued: number; spoiled: number };
  "ballot.close-box": PollId;
  "ballot.key": PollCount;
  "ballot.take": { pollId: string; definition: string; blinded: string; signature: string };
  "ballot.stored": PollId;
  "ballot.approve": { pollId: string; to: BoxPhase; issued: number; signature: string };
  "ballot.declare": PollId;
  "ballot.void": { pollId: string; reason: string };
  "screen.show": { scene: Scene; voteId?: string; pollId?: string };
  "screen.automatic": Nothing;
  "room.open": RoomSettings;
  "room.change": RoomSettings;
  "room.close": Nothing;
  "room.lock": Nothing;
  "room.unlock": Nothing;
  "room.start-broadcast": Nothing;
  "room.stop-broadcast": Nothing;
  "room.join": { as: Station };
  "room.leave": Nothing;
  "room.admit": { personId: string };
  "room.turn-away": { personId: string };
  "room.admit-all": Nothing;
  "room.remove": { personId: string };
  "room.mute": { personId: string; source: MediaSource; hold: boolean };
  "room.mute-all": { source: MediaSource; hold: boolean };
  "room.unmute": { personId: string; source: MediaSource };
  "room.stage": { personId?: string };
  "room.say": { messageId: string; text: string };
  "room.unsay": { messageId: string };
  "stage.preview": Layout;
  "stage.air": Nothing;
  "stage.layout": Layout;
  "stage.free": Nothing;
  "stage.call": { personId: string };
  "stage.dismiss": { personId: string };
  "recording.start": { recordingId: string };
  "recording.pause": Nothing;
  "recording.stop": Nothing;
  "follow.start": { paperId: string; page: number; personId?: string };
  "follow.turn": { page: number };
  "follow.stop": Nothing;
  "point.withdraw": PointId;
  "point.test": PointId & Measured;
  "point.accept": PointId & { grade: Grade; note: string };
  "point.note": PointId & { text: string };
  "point.report": PointId & { present: number; leaders: string[] };
  "point.require-test": { on: boolean; limits?: TestLimits };
  "point.set-host": { external?: ExternalHost };
}

export type CommandName = keyof Commands;
