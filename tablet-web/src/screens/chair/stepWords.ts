import { clockTime, localDate } from "../../core/format.ts";
import type { ProgressView, SittingView } from "../../core/schemas.ts";
import type { ChairText } from "../../i18n/chair.vi.ts";
import type { CommonText } from "../../i18n/common.vi.ts";
import { shareInWords, votesNeeded } from "../../i18n/rule.ts";
import type { IconName } from "../../ui/index.ts";
import { callOf, type Desk, type Step, sittingAtHand } from "./nextStep.ts";

/** The desk and the texts in which a step is told. */
export interface Telling {
  desk: Desk;
  progress: ProgressView | undefined;
  t: ChairText;
  words: CommonText;
}

/** What a step is called on its button, and the sentence above it. */
export interface StepWords {
  title: string;
  text: string;
  icon: IconName;
  tone: "primary" | "yes" | "danger" | "quiet";
}

/** What is asked before a step that can't be undone; `reason` when one has to be given. */
export interface Question {
  title: string;
  texts: readonly string[];
  reason: boolean;
}

/** 08:00 08/12/2026 */
export function startOf(sitting: SittingView): string {
  return `${clockTime(sitting.startsAt)} ${localDate(sitting.date)}`;
}

export function wordsOf(step: Step, telling: Telling): StepWords {
  const { desk, t } = telling;
  const s = t.step;
  const { present, needed } = quorum(desk);
  switch (step.kind) {
    case "wait":
      return { title: s.wait[step.for], text: waitText(step, telling), icon: "clock", tone: "quiet" };
    case "open-roll-call":
      return {
        title: s.rollCall,
        text: s.rollCallText(step.sitting.title, startOf(step.sitting)),
        icon: "users",
        tone: "primary",
      };
    case "open-sitting":
      return step.override
        ? { title: s.overrideSitting, text: s.overrideSittingText(present, needed), icon: "warning", tone: "quiet" }
        : {
            title: s.openSitting,
            text: s.openSittingText(step.sitting.title, present, desk.attendance.total),
            icon: "gavel",
            tone: "primary",
          };
    case "open-item":
      return {
        title: step.first ? s.firstItem(step.item.number) : s.nextItem(step.item.number),
        text: step.item.title,
        icon: "next",
        tone: "primary",
      };
    case "grant":
      return {
        title: s.grant(step.speaker.name),
        text: s.grantText(affiliation(step.speaker), step.waiting),
        icon: "mic",
        tone: "primary",
      };
    case "skip":
      return { title: s.skip(step.speaker.name), text: "", icon: "down", tone: "quiet" };
    case "end-speech":
      return { title: s.endSpeech, text: s.endSpeechText(step.speaker.name), icon: "stop", tone: "primary" };
    case "extend":
      return { title: s.extend, text: "", icon: "plus", tone: "quiet" };
    case "open-vote":
      return step.override
        ? { title: s.overrideVote, text: s.overrideVoteText(present, needed), icon: "warning", tone: "quiet" }
        : { title: s.openVote, text: step.vote.title, icon: "vote", tone: "primary" };
    case "open-batch":
      return { title: s.openBatch(step.votes.length), text: "", icon: "vote", tone: "quiet" };
    case "close-vote":
      return {
        title: step.many ? s.closeBatch(step.many) : s.closeVote,
        text: castText(step.vote.voteId, telling),
        icon: "stop",
        tone: "danger",
      };
    case "hold-vote":
      return { title: s.holdVote, text: "", icon: "clock", tone: "quiet" };
    case "resume-vote":
      return { title: s.resumeVote, text: step.vote.holdReason ?? "", icon: "play", tone: "primary" };
    case "declare":
      return {
        title: step.many ? s.declareBatch(step.many) : s.declare,
        text: s.declareText,
        icon: "check",
        tone: "primary",
      };
    case "void-vote":
      return { title: s.voidVote, text: "", icon: "trash", tone: "quiet" };
    case "end-sitting":
      return { title: s.endSitting, text: s.endSittingText, icon: "stop", tone: "primary" };
    case "end-session":
      return { title: s.endSession, text: s.endSessionText, icon: "stop", tone: "primary" };
    case "finished":
      return { title: s.finished, text: s.finishedText, icon: "check", tone: "quiet" };
  }
}

/** Whether a step asks before it is taken. With every ballot in, nothing is lost by closing a vote: one tap. */
export function asksFirst(step: Step, telling: Telling): boolean {
  if (step.kind === "close-vote") {
    const { cast, eligible } = castOf(step.vote.voteId, telling);
    return eligible === 0 || cast < eligible;
  }
  return questionOf(step, telling) !== undefined;
}

/** The question before a step; undefined for a step that goes at one tap. */
export function questionOf(step: Step, telling: Telling): Question | undefined {
  const { desk, t, words } = telling;
  const q = t.confirm;
  const { present, needed, total } = quorum(desk);
  switch (step.kind) {
    case "open-sitting": {
      const approved = callOf(desk, step.sitting)?.rollCall === "APPROVED";
      const warning = approved ? [] : [q.notApproved];
      return step.override
        ? {
            title: q.overrideSitting,
            texts: [step.sitting.title, ...warning, q.overrideSittingText(present, needed, total)],
            reason: true,
          }
        : { title: q.openSitting, texts: [step.sitting.title, q.openSittingText(present, total)], reason: false };
    }
    case "open-vote": {
      const { totalMembers } = desk.session.rules;
      const pass = step.vote.rule;
      const base = pass.base === "TOTAL_MEMBERS" ? totalMembers : present;
      const rule = q.openVoteRule(shareInWords(pass, words), votesNeeded(pass, base), base);
      return step.override
        ? { title: q.overrideVote, texts: [q.overrideVoteText(present, needed), rule], reason: true }
        : { title: q.openVote, texts: [q.openVoteText(present), rule], reason: false };
    }
    case "open-batch": {
      const titles = step.votes.map((vote, at) => `${at + 1}. ${vote.title}`);
      const texts = [step.override ? q.overrideVoteText(present, needed) : q.openVoteText(present), ...titles];
      return { title: q.openBatch(step.votes.length), texts, reason: step.override };
    }
    case "close-vote": {
      const { cast, eligible } = castOf(step.vote.voteId, telling);
      return { title: q.closeVote, texts: [q.closeVoteText(cast, eligible)], reason: false };
    }
    case "hold-vote":
      return {
        title: q.holdVote,
        texts: [step.many ? t.step.batch(step.many) : step.vote.title, q.holdVoteText],
        reason: true,
      };
    case "void-vote":
      return { title: q.voidVote, texts: [step.vote.title, q.voidVoteText], reason: true };
    case "end-sitting": {
      const left = step.left > 0 ? [q.endSittingLeft(step.left)] : [];
      return { title: q.endSitting, texts: [step.sitting.title, ...left, q.endSittingText], reason: false };
    }
    case "end-session":
      return { title: q.endSession, texts: [q.endSessionText], reason: false };
    default:
      return undefined;
  }
}

function quorum(desk: Desk): { present: number; needed: number; total: number } {
  const call = callOf(desk, sittingAtHand(desk));
  return { present: call?.present ?? 0, needed: call?.quorumNeeded ?? 0, total: desk.attendance.total };
}

function waitText(step: Extract<Step, { kind: "wait" }>, { desk, t }: Telling): string {
  if (step.for !== "approval") return t.step.waitText[step.for];
  const call = callOf(desk, sittingAtHand(desk));
  return t.step.approvalText((call?.checkedIn ?? 0) + (call?.present ?? 0), desk.attendance.total);
}

/** How many ballots are in, of how many. */
export function castOf(voteId: string, { desk, progress }: Telling): { cast: number; eligible: number } {
  const vote = desk.voting.votes.find(one => one.voteId === voteId);
  const counted = progress?.voteId === voteId ? progress : undefined;
  return { cast: counted?.cast ?? 0, eligible: counted?.eligible ?? vote?.eligible ?? 0 };
}

function castText(voteId: string, telling: Telling): string {
  const { cast, eligible } = castOf(voteId, telling);
  return telling.t.vote.cast(cast, eligible);
}

/** Position and group in one line. */
export function affiliation(person: { title: string; group: string }): string {
  return [person.title, person.group].filter(Boolean).join(" · ");
}
