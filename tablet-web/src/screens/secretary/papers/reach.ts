import { clockTime, dayOf } from "../../../core/format.ts";
import type { Reach } from "../../../core/schemas.ts";
import { stampOf } from "../when.ts";

export type Whom = "everyone" | "groups" | "persons";

/** What is typed in the dialog. */
export interface ReachDraft {
  whom: Whom;
  groups: readonly string[];
  persons: readonly string[];
  /** 2026-12-08T08:00 in Viet Nam, or empty. */
  from: string;
  until: string;
  confidential: boolean;
  watermark: boolean;
}

export function draftOf(reach: Reach | undefined): ReachDraft {
  const { groups = [], persons = [], from, until, confidential = false, watermark = false } = reach ?? {};
  const whom = persons.length > 0 ? "persons" : groups.length > 0 ? "groups" : "everyone";
  return { whom, groups, persons, from: localOf(from), until: localOf(until), confidential, watermark };
}

/** Undefined while something is missing or wrong. */
export function reachOf(draft: ReachDraft, now: number): Reach | undefined {
  const { whom, groups, persons, confidential, watermark } = draft;
  const from = stampIn(draft.from);
  const until = stampIn(draft.until);
  if (nobodyChosen(draft) || windowIsBad(draft, now)) return undefined;
  return {
    groups: whom === "groups" ? [...groups] : [],
    persons: whom === "persons" ? [...persons] : [],
    ...(from !== undefined && { from }),
    ...(until !== undefined && { until }),
    confidential,
    ...(watermark && { watermark }),
  };
}

export function nobodyChosen({ whom, groups, persons }: ReachDraft): boolean {
  return (whom === "groups" && groups.length === 0) || (whom === "persons" && persons.length === 0);
}

/** Whether a member is among those that are chosen. */
export function sees(member: { personId: string; group: string }, { whom, groups, persons }: ReachDraft): boolean {
  if (whom === "groups") return groups.includes(member.group);
  return whom === "everyone" || persons.includes(member.personId);
}

export function windowIsBad(draft: Pick<ReachDraft, "from" | "until">, now: number): boolean {
  const until = stampIn(draft.until);
  return until !== undefined && until <= Math.max(now, stampIn(draft.from) ?? 0);
}

function localOf(at: number | undefined): string {
  return at === undefined ? "" : `${dayOf(at)}T${clockTime(at)}`;
}

function stampIn(local: string): number | undefined {
  const [date = "", time = ""] = local.split("T");
  return stampOf(date, time);
}
