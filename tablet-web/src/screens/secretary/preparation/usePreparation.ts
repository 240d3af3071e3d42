import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import { useApi } from "../../../hall/index.ts";

const everyMs = 10_000;

/** Who is asked for which papers and what was handed in; looked at again while it is on screen. */
export function usePreparation(session: string) {
  const api = useApi();
  const path = { sessionId: session };
  return useQuery({
    queryKey: ["preparation", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/preparation", { params: { path }, signal })),
    refetchInterval: everyMs,
  });
}
