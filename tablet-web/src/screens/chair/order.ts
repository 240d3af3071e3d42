import type { CommandName, Commands } from "../../core/commands.ts";
import { newId } from "../../core/ids.ts";
import type { RuleSet } from "../../core/schemas.ts";
import type { Step } from "./nextStep.ts";

/** A command with its data. */
export type Order = { [N in CommandName]: { name: N; data: Commands[N] } }[CommandName];

/** Seconds that one tap adds to a speech. */
const extraSeconds = 60;

/** The command that a step sends; undefined where there is nothing to send. */
export function orderOf(step: Step, rules: RuleSet, reason?: string): Order | undefined {
  const override = reason === undefined ? {} : { overrideReason: reason };
  switch (step.kind) {
    case "open-roll-call":
      return { name: "attendance.open-roll-call", data: { sittingId: step.sitting.sittingId } };
    case "open-sitting":
      return { name: "sitting.open", data: { sittingId: step.sitting.sittingId, ...override } };
    case "open-item":
      return { name: "agenda.open-item", data: { itemId: step.item.itemId } };
    case "grant":
      return { name: "floor.grant", data: { personId: step.speaker.personId, seconds: rules.speechSeconds } };
    case "skip":
      return { name: "floor.move", data: { personId: step.speaker.personId, index: step.index } };
    case "end-speech":
      return { name: "floor.end-speech", data: {} };
    case "extend":
      return { name: "floor.extend", data: { seconds: extraSeconds } };
    case "open-vote":
      return {
        name: "voting.open",
        data: { voteId: step.vote.voteId, ...(step.units && { byUnits: true }), ...override },
      };
    case "open-batch":
      return {
        name: "voting.open-many",
        data: { batchId: newId(), voteIds: step.votes.map(vote => vote.voteId), ...override },
      };
    case "close-vote":
      return { name: "voting.close", data: { voteId: step.vote.voteId } };
    case "hold-vote":
      return { name: "voting.hold", data: { voteId: step.vote.voteId, reason: reason ?? "" } };
    case "resume-vote":
      return { name: "voting.resume", data: { voteId: step.vote.voteId } };
    case "declare":
      return { name: "voting.declare", data: { voteId: step.vote.voteId } };
    case "void-vote":
      return { name: "voting.void", data: { voteId: step.vote.voteId, reason: reason ?? "" } };
    case "end-sitting":
      return { name: "sitting.end", data: { sittingId: step.sitting.sittingId } };
    case "end-session":
      return { name: "session.end", data: {} };
    case "wait":
    case "finished":
      return undefined;
  }
}
