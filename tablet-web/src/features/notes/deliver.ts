import { type Api, unwrap } from "../../core/api.ts";
import type { Op, Outbox } from "../../core/outbox.ts";
import { ProblemError } from "../../core/problem.ts";
import type { Mark } from "../../core/schemas.ts";

/** One change of a mark on its way. */
export type Sent = { session: string; mark: Mark };

export const notesKind = "notes";
const atOnce = 100;

/** Brings changes of marks to the server while it lasts, of whatever session. Returns how to stop. */
export function deliverNotes(api: Api, outbox: Outbox): () => void {
  return outbox.handle(notesKind, ops => deliver(api, ops), atOnce);
}

/** Rejects with what the server refused; the outbox then sends one by one and sets that one aside. */
async function deliver(api: Api, ops: readonly Op[]): Promise<void> {
  const bySession = new Map<string, Mark[]>();
  for (const { data } of ops) {
    const { session, mark } = data as Sent;
    bySession.set(session, [...(bySession.get(session) ?? []), mark]);
  }
  for (const [sessionId, marks] of bySession) {
    const written = await unwrap(
      api.POST("/api/sessions/{sessionId}/notes", { params: { path: { sessionId } }, body: { marks } }),
    );
    const [refused] = written.refused;
    if (refused) throw new ProblemError(refused.problem);
  }
}
