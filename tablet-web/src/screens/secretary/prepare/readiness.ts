import type { ItemView, SessionView, VoteView } from "../../../core/schemas.ts";

/** What the secretary should know before the session is shown to everyone. */
export interface Readiness {
  sittings: number;
  items: number;
  papers: number;
  hidden: number;
  /** Items on the first level that stand in no sitting. */
  unplaced: number;
  /** Reports and resolutions without any paper, of their own or below. */
  withoutPapers: readonly ItemView[];
  resolutions: number;
  /** Resolutions that no vote has been prepared for. */
  withoutVote: readonly ItemView[];
  /** The server would take a publication. */
  possible: boolean;
}

export function readinessOf(
  session: Pick<SessionView, "sittings">,
  items: readonly ItemView[],
  votes: readonly VoteView[],
): Readiness {
  const seen = items.filter(item => !item.hidden);
  const resolutions = seen.filter(item => item.kind === "RESOLUTION");
  const voted = new Set(votes.filter(vote => vote.state !== "VOIDED").map(vote => vote.itemId));
  const papersBelow = (item: ItemView): number =>
    item.papers.length +
    items.filter(one => one.parentId === item.itemId).reduce((sum, child) => sum + papersBelow(child), 0);
  return {
    sittings: session.sittings.length,
    items: items.length,
    papers: items.reduce((sum, item) => sum + item.papers.length, 0),
    hidden: items.length - seen.length,
    unplaced: seen.filter(item => item.parentId === undefined && item.sittingId === undefined).length,
    withoutPapers: seen.filter(
      item => (item.kind === "REPORT" || item.kind === "RESOLUTION") && papersBelow(item) === 0,
    ),
    resolutions: resolutions.length,
    withoutVote: resolutions.filter(item => !voted.has(item.itemId)),
    possible: session.sittings.length > 0 && items.length > 0,
  };
}
