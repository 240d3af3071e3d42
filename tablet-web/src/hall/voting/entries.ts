import type { Choice, VoteView } from "../../core/schemas.ts";

export type Entry = NonNullable<VoteView["entries"]>[number];

/** What one clerk wrote down for one member on what is open: on one vote, or on several of a batch. */
export interface EntryGroup {
  personId: string;
  name: string;
  clerk: string;
  clerkName: string;
  reason: string;
  at: number;
  entries: readonly { vote: VoteView; choice: Choice }[];
}

export function groupsOf(votes: readonly VoteView[]): readonly EntryGroup[] {
  const groups = new Map<string, EntryGroup>();
  for (const vote of votes) {
    for (const entry of vote.entries ?? []) {
      const key = `${entry.personId} ${entry.clerk}`;
      const group = groups.get(key);
      const one = { vote, choice: entry.choice };
      groups.set(key, group ? { ...group, entries: [...group.entries, one] } : { ...entry, entries: [one] });
    }
  }
  return [...groups.values()];
}

/** The choice of all entries when it is the same one. */
export function sameChoice(group: EntryGroup): Choice | undefined {
  const choices = new Set(group.entries.map(one => one.choice));
  return choices.size === 1 ? group.entries[0]?.choice : undefined;
}
