import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { unwrap } from "../../../core/api.ts";
import type { OpeningCounts } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";

export type OpeningCount = OpeningCounts["papers"][number];

const everyMs = 10_000;

/** How many have opened each paper's present version, by paper; looked at again while it is on screen. */
export function useOpeningCounts(session: string, published: boolean): ReadonlyMap<string, OpeningCount> {
  const api = useApi();
  const path = { sessionId: session };
  const counts = useQuery({
    queryKey: ["openings", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/openings/counts", { params: { path }, signal })),
    enabled: published,
    refetchInterval: everyMs,
  });
  const papers = counts.data?.papers;
  return useMemo(() => new Map(papers?.map(count => [count.paperId, count])), [papers]);
}
