import { useCallback, useEffect, useMemo } from "react";
import { unwrap } from "../core/api.ts";
import type { CommandName, Commands } from "../core/commands.ts";
import type { Op } from "../core/outbox.ts";
import { useAuthState, useHousehold } from "./household.tsx";
import { useOutbox, useWaiting } from "./tablet.tsx";

/** A hall command that may wait for a network: an answer that has days of time, never a vote or a raised hand. */
export interface Posted<N extends CommandName = CommandName> {
  session: string;
  name: N;
  data: Commands[N];
}

const kind = "command";

/** Brings to the server what waits in the outbox, whenever there is a sign-in and a network. Once, in the house. */
export function usePostman(): void {
  const outbox = useOutbox();
  const { api } = useHousehold();
  const online = useAuthState().kind === "in";
  useEffect(() => {
    if (!outbox || !online) return;
    const deliver = async ([op]: readonly Op[]) => {
      if (!op) return;
      const { session, name, data } = op.data as Posted;
      const body = { id: op.id, name, data: { ...data, writtenAt: op.at } as unknown as Record<string, never> };
      await unwrap(api.POST("/api/sessions/{sessionId}/commands", { params: { path: { sessionId: session } }, body }));
    };
    return outbox.handle(kind, deliver, 1);
  }, [outbox, api, online]);
}

/** Puts a delegate's answer into the outbox; undefined where nothing can be kept. */
export function usePost(): ((posted: Posted<"attendance.answer">) => Promise<Op>) | undefined {
  const outbox = useOutbox();
  return useMemo(() => outbox && (posted => outbox.queue(kind, posted)), [outbox]);
}

/** The newest answer to a sitting that still waits. */
export function useWaitingAnswer(
  session: string,
  sittingId: string,
): (Op & { data: Posted<"attendance.answer"> }) | undefined {
  const waiting = useWaiting();
  const mine = useCallback(
    (op: Op): op is Op & { data: Posted<"attendance.answer"> } => {
      const posted = op.data as Posted;
      return (
        op.kind === kind &&
        posted.session === session &&
        "sittingId" in posted.data &&
        posted.data.sittingId === sittingId
      );
    },
    [session, sittingId],
  );
  return waiting.findLast(mine);
}
