import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../core/api.ts";
import type { VotingReadiness } from "../../core/schemas.ts";
import { useApi } from "../household.tsx";
import { useSessionHere } from "../live.tsx";

export type Present = VotingReadiness["present"][number];

/** What keeps a person from voting with the tablet now. */
export type Lack = "connected" | "paired";

/** Whose tablets of those present can vote now, asked for again and again. */
export function useReadiness() {
  const api = useApi();
  const session = useSessionHere() ?? "";
  return useQuery({
    queryKey: ["voting-readiness", session],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/sessions/{sessionId}/voting-readiness", { params: { path: { sessionId: session } }, signal }),
      ),
    enabled: session !== "",
    refetchInterval: 4_000,
  });
}

/** `keys`: the vote takes only what a paired tablet has signed. */
export function lacksOf(person: Present, keys: boolean): readonly Lack[] {
  return [...(person.connected ? [] : ["connected" as const]), ...(keys && !person.paired ? ["paired" as const] : [])];
}
