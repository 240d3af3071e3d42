import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import type { NewRuleSet, RuleSetHistory } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";

const settleMs = 350;

/** All versions of a body's rules. */
export function useHistory(bodyId: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["rule-sets", bodyId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/bodies/{bodyId}/rule-sets", { params: { path: { bodyId } }, signal })),
    refetchOnWindowFocus: false,
  });
}

/** The server's word on a draft, a moment after the typing has stopped; `undefined` drafts are not asked for. */
export function usePreview(bodyId: string, draft: NewRuleSet | undefined) {
  const api = useApi();
  const settled = useSettled(draft);
  return useQuery({
    queryKey: ["rule-preview", bodyId, settled],
    queryFn: ({ signal }) => {
      if (!settled) throw new Error("nothing to ask");
      const params = { path: { bodyId } };
      return unwrap(api.POST("/api/bodies/{bodyId}/rule-sets/preview", { params, body: settled, signal }));
    },
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
}

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

export function useSave(bodyId: string) {
  const api = useApi();
  const keep = useKeep(bodyId);
  return useMutation({
    mutationFn: (body: NewRuleSet) =>
      unwrap(api.POST("/api/bodies/{bodyId}/rule-sets", { params: { path: { bodyId } }, body })),
    onSuccess: keep,
  });
}

export function useWithdraw(bodyId: string) {
  const api = useApi();
  const keep = useKeep(bodyId);
  return useMutation({
    mutationFn: (version: number) =>
      unwrap(api.DELETE("/api/bodies/{bodyId}/rule-sets/{version}", { params: { path: { bodyId, version } } })),
    onSuccess: keep,
  });
}

function useKeep(bodyId: string) {
  const client = useQueryClient();
  return (history: RuleSetHistory) => {
    client.setQueryData(["rule-sets", bodyId], history);
  };
}
