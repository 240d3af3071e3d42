import { type ReactNode, use } from "react";
import type { VoteView } from "../core/schemas.ts";
import { BodyContext } from "../i18n/body.ts";

/** Words about a vote: of units, where each has one answer. */
export function Voters({ vote, children }: { vote: Pick<VoteView, "byUnits">; children: ReactNode }) {
  const body = use(BodyContext);
  return <BodyContext value={vote.byUnits ? "UNITS" : body}>{children}</BodyContext>;
}
