import type { Mark, Sharing } from "../../core/schemas.ts";

const mostSeen = 16;

/** Two states of one mark as one: the later of what is written, the later choice of who sees it. The server's rule, too. */
export function together(one: Mark, other: Mark): Mark {
  const [first, last] = other.hlc > one.hlc ? [one, other] : [other, one];
  if (last.deleted || (first.sharedAt ?? "") <= (last.sharedAt ?? "")) return last;
  const { sharing: _sharing, ...rest } = last;
  return { ...rest, ...chosen(first.sharing, first.sharedAt) };
}

/** The last state of each other tablet that a change with this stamp was made from, newest first. */
export function seenWith(from: Mark, hlc: string): string[] {
  const latest = new Map<string, string>();
  for (const stamp of [...(from.seen ?? []), from.hlc].toSorted()) latest.set(tabletOf(stamp), stamp);
  latest.delete(tabletOf(hlc));
  return [...latest.values()].toSorted().toReversed().slice(0, mostSeen);
}

/** A change that does not touch who sees the mark leaves that as it is now; one that does is a choice of its own time. */
export function sharingOf(
  change: Pick<Mark, "sharing" | "deleted">,
  from: Mark,
  known: Mark,
  hlc: string,
): Partial<Mark> & { sharing?: Sharing } {
  if (change.deleted) return {};
  return same(change.sharing, from.sharing) ? chosen(known.sharing, known.sharedAt) : chosen(change.sharing, hlc);
}

function chosen(sharing: Sharing | undefined, sharedAt: string | undefined): Pick<Mark, "sharing" | "sharedAt"> {
  return { ...(sharing ? { sharing } : {}), ...(sharedAt ? { sharedAt } : {}) };
}

function same(one: Sharing | undefined, other: Sharing | undefined): boolean {
  if (!one || !other) return one === other;
  return one.group === other.group && one.persons.toSorted().join() === other.persons.toSorted().join();
}

function tabletOf(stamp: string): string {
  return stamp.slice(stamp.lastIndexOf("-") + 1);
}
