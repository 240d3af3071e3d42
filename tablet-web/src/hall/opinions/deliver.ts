import { useEffect } from "react";
import { type Api, unwrap } from "../../core/api.ts";
import type { Op } from "../../core/outbox.ts";
import type { Opinion } from "../../core/schemas.ts";
import { useApi } from "../household.tsx";
import { useOutbox } from "../tablet.tsx";

export const opinionKind = "opinion";

/** An opinion on its way: what was written, the outbox says when. */
export type Posted = { session: string; itemId: string } & Pick<Opinion, "stance" | "paperId" | "text">;

/** Tells the server, by the id of the operation: told twice it counts once. */
export async function tell(api: Api, op: Omit<Op, "kind">): Promise<Opinion> {
  const { session, itemId, ...opinion } = op.data as Posted;
  const path = { sessionId: session, itemId };
  const body = { ...opinion, opinionId: op.id, writtenAt: op.at };
  return unwrap(api.PUT("/api/sessions/{sessionId}/opinions/items/{itemId}", { params: { path }, body }));
}

/** Brings opinions that wait to the server, also what was left from before a restart. */
export function useOpinionDelivery(): void {
  const api = useApi();
  const outbox = useOutbox();
  useEffect(() => outbox?.handle(opinionKind, async ([op]) => void (op && (await tell(api, op))), 1), [api, outbox]);
}
