import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { unwrap } from "../../../core/api.ts";
import { useApi } from "../../../hall/index.ts";

const everyMs = 30_000;

/** Papers of which not all words could be read yet; looked at again while it is on screen. */
export function useUnfinished(session: string): ReadonlySet<string> {
  const api = useApi();
  const path = { sessionId: session };
  const found = useQuery({
    queryKey: ["unfinished-papers", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/unfinished-papers", { params: { path }, signal })),
    refetchInterval: everyMs,
  });
  const papers = found.data?.papers;
  return useMemo(() => new Set(papers), [papers]);
}
