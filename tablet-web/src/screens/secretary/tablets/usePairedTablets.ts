import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import type { PairedTablets } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";

export type Pairable = PairedTablets["people"][number];
export type PairedKey = Pairable["keys"][number];

/** All members with the keys that sign for them, asked for again and again. */
export function usePairedTablets(session: string, everyMs: number) {
  const api = useApi();
  return useQuery({
    queryKey: ["voting-keys", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/voting-keys", { params: { path: { sessionId: session } }, signal })),
    refetchInterval: everyMs,
  });
}
