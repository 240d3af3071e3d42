import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";

/** Well before the browser's right to the bytes ends. */
const renewMs = 120_000;

/** This browser's right to a recording's bytes, renewed as long as it is watched. */
export function useOpening(
  session: string,
  one: string,
): { url: string | undefined; problem: Problem | undefined; retry: () => void } {
  const api = useApi();
  const again = useRef(false);
  const path = { sessionId: session, recordingId: one };
  const opening = useQuery({
    queryKey: ["recording opened", session, one],
    queryFn: async () => {
      const opened = await unwrap(
        api.POST("/api/sessions/{sessionId}/recordings/{recordingId}/openings", {
          params: { path },
          body: { again: again.current },
        }),
      );
      again.current = true;
      return opened;
    },
    refetchInterval: renewMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
  });
  const failed = opening.error && !opening.isFetching;
  return {
    url: opening.data?.path,
    problem: failed ? asProblem(opening.error) : undefined,
    retry: () => void opening.refetch(),
  };
}
