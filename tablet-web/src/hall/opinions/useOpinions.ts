import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo } from "react";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import type { Op } from "../../core/outbox.ts";
import type { Opinion } from "../../core/schemas.ts";
import { useApi } from "../household.tsx";
import { useOutbox, useStore, useWaiting } from "../tablet.tsx";
import { opinionKind, type Posted, tell } from "./deliver.ts";

const table = "opinions";

export interface Opinions {
  /** What the server has, or had when it was last asked. */
  own(itemId: string): Opinion | undefined;
  /** What has not reached the server yet. */
  waiting(itemId: string): (Op & { data: Posted }) | undefined;
  /** Sends, or keeps until there is a network; rejects with the server's problem. */
  give(opinion: Posted): Promise<"sent" | "kept">;
}

/** The person's opinions in a session, also without a network. */
export function useOpinions(session: string): Opinions {
  const api = useApi();
  const outbox = useOutbox();
  const store = useStore();
  const queries = useQueryClient();
  const mine = useWaiting().filter(op => op.kind === opinionKind && (op.data as Posted).session === session);
  const waiting = mine as readonly (Op & { data: Posted })[];
  const key = useMemo(() => ["opinions", session], [session]);
  const found = useQuery({
    queryKey: key,
    networkMode: "always",
    queryFn: async ({ signal }) => {
      const params = { path: { sessionId: session } };
      try {
        const fresh = await unwrap(api.GET("/api/sessions/{sessionId}/opinions", { params, signal }));
        await store?.put(table, session, fresh);
        return fresh;
      } catch (error) {
        const kept = await store?.get<Opinion[]>(table, session);
        if (kept) return kept;
        throw error;
      }
    },
  });
  const left = waiting.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what leaves the outbox is at the server now
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: key });
  }, [left, queries, key]);
  const give = useCallback(
    async (opinion: Posted) => {
      if (outbox) {
        const op = await outbox.queue(opinionKind, opinion);
        await outbox.flush();
        return outbox.waiting().some(one => one.id === op.id) ? "kept" : "sent";
      }
      await tell(api, { id: newId(), data: opinion, at: Date.now() });
      await queries.invalidateQueries({ queryKey: key });
      return "sent";
    },
    [outbox, api, queries, key],
  );
  return {
    own: itemId => found.data?.find(one => one.itemId === itemId),
    waiting: itemId => waiting.findLast(op => op.data.itemId === itemId),
    give,
  };
}
