import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import { keysPossible } from "../../core/marks.ts";
import { type Receipt, receiptOf } from "../../core/receipt.ts";
import type { OwnBallot } from "../../core/schemas.ts";
import { useApi } from "../household.tsx";
import { useSessionHere } from "../live.tsx";

/** By vote. Empty until the journal's lines have come, and for what a browser without keys can't hash. */
export type Receipts = Readonly<Record<string, Receipt>>;

/** Receipts of the own recorded ballots, each made here of the line that the journal holds. */
export function useReceipts(ballots: readonly OwnBallot[]): Receipts {
  const api = useApi();
  const session = useSessionHere() ?? "";
  const lines = ballots.flatMap(ballot => ballot.seq ?? []);
  const from = Math.min(...lines);
  const to = Math.max(...lines);
  const found = useQuery({
    queryKey: ["receipts", session, from, to],
    queryFn: async ({ signal }) => {
      const params = { path: { sessionId: session }, query: { from, to } };
      const stored = await unwrap(api.GET("/api/sessions/{sessionId}/own-ballots", { params, signal }));
      const made = await Promise.all(stored.ballots.map(receiptOf));
      return Object.fromEntries(made.flatMap(one => (one ? [[one.voteId, one] as const] : [])));
    },
    enabled: session !== "" && lines.length > 0 && keysPossible(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found.data ?? {};
}
