import { useQuery } from "@tanstack/react-query";
import { unwrap } from "../../../core/api.ts";
import type { PollProgress, PollView } from "../../../core/schemas.ts";
import { useApi } from "../../household.tsx";
import { useLive } from "../../live.tsx";

const every = 5_000;

/** How many ballots lie in the box, no finer than every five seconds. Undefined before the casting and while nobody knows. */
export function useProgress(poll: PollView): PollProgress | undefined {
  const api = useApi();
  const { session } = useLive();
  const { pollId } = poll;
  const asked = useQuery({
    queryKey: ["poll-progress", session, pollId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/sessions/{sessionId}/polls/{pollId}/progress", {
          params: { path: { sessionId: session, pollId } },
          signal,
        }),
      ),
    enabled: poll.state === "CASTING" || poll.state === "COUNTING",
    refetchInterval: every,
    staleTime: every,
    retry: false,
  });
  return asked.data;
}
