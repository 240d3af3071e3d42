import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { unwrap } from "../core/api.ts";
import { asProblem } from "../core/problem.ts";
import type { DraftView } from "../core/schemas.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { useToast } from "../ui/index.ts";
import { useApi } from "./household.tsx";

export type Move = "SUBMIT" | "TAKE_BACK" | "APPROVE" | "REJECT";

/** Does something at the desk of drafts, says what came of it, and looks again. */
export function useDraftWork() {
  const queries = useQueryClient();
  const say = useToast();
  const problem = useProblemTitle();
  const [busy, setBusy] = useState<string>();
  const refresh = useCallback(() => queries.invalidateQueries({ queryKey: ["preparation"] }), [queries]);
  /** True when it was done; `key` names what is busy meanwhile. */
  const run = async (key: string, work: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(key);
    try {
      await work();
      say(done, "good");
      return true;
    } catch (error) {
      say(problem(asProblem(error)), "bad");
      return false;
    } finally {
      await refresh();
      setBusy(undefined);
    }
  };
  return { run, busy, refresh };
}

/** Takes a draft a step further, as it was looked at. */
export function useDraftMove() {
  const api = useApi();
  return (draft: DraftView, step: Move, reason?: string) => {
    const path = { sessionId: draft.sessionId, draftId: draft.draftId };
    const body = { step, revision: draft.revision, ...(reason && { reason }) };
    return unwrap(api.POST("/api/sessions/{sessionId}/drafts/{draftId}/steps", { params: { path }, body }));
  };
}

/** Where an office file is that a unit brought. */
export function draftOfficePath(
  { sessionId, draftId }: Pick<DraftView, "sessionId" | "draftId">,
  sha256: string,
): string {
  return `/api/sessions/${encodeURIComponent(sessionId)}/drafts/${encodeURIComponent(draftId)}/office-files/${sha256}`;
}
