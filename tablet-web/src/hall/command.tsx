import { useCallback, useEffect, useRef, useState } from "react";
import type { CommandName, Commands } from "../core/commands.ts";
import { exactTime } from "../core/format.ts";
import { newId } from "../core/ids.ts";
import { asProblem } from "../core/problem.ts";
import type { Problem } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { ProblemLine } from "../ui/index.ts";
import { useLive, useLiveState } from "./live.tsx";

export type CommandState =
  | { kind: "idle" }
  | { kind: "sending"; id: string }
  /** `at` by the server's clock, when the answer came. */
  | { kind: "done"; at: number; seq: number }
  | { kind: "refused"; problem: Problem };

export interface UseCommand<N extends CommandName> {
  state: CommandState;
  /** Sent and not answered: keep the button in place, say so. */
  busy: boolean;
  /** There is a network to send over. */
  online: boolean;
  /** True when it became durable, false when it was refused; never throws. */
  send(data: Commands[N]): Promise<boolean>;
  retry(): Promise<boolean>;
  reset(): void;
}

/** One command's button: idle, being sent, recorded, refused. Nothing counts as done before the server's answer. */
export function useCommand<N extends CommandName>(name: N): UseCommand<N> {
  const live = useLive();
  const online = useLiveState().kind === "live";
  const [state, setState] = useState<CommandState>({ kind: "idle" });
  const last = useRef<Commands[N] | undefined>(undefined);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  const become = useCallback((next: CommandState) => {
    if (shown.current) setState(next);
  }, []);
  const send = useCallback(
    async (data: Commands[N]): Promise<boolean> => {
      last.current = data;
      const id = newId();
      become({ kind: "sending", id });
      try {
        const done = await live.send(name, data, id);
        become({ kind: "done", at: live.clock.now(), seq: done.seq });
        return true;
      } catch (error) {
        become({ kind: "refused", problem: asProblem(error) });
        return false;
      }
    },
    [live, name, become],
  );
  const retry = useCallback(() => (last.current === undefined ? Promise.resolve(false) : send(last.current)), [send]);
  const reset = useCallback(() => become({ kind: "idle" }), [become]);
  return { state, busy: state.kind === "sending", online, send, retry, reset };
}

/** The line under a button: being sent, recorded at 09:42:31, or why not. Keeps its place when empty if `reserve`. */
export function CommandNote({ command, quiet = false }: { command: UseCommand<CommandName>; quiet?: boolean }) {
  const t = useText(common);
  const { state, online } = command;
  if (state.kind === "refused") return <ProblemLine problem={state.problem} />;
  if (state.kind === "sending") return <p role="status">{online ? t.command.sending : t.command.waiting}</p>;
  if (state.kind === "done" && !quiet) return <p role="status">{t.command.done(exactTime(state.at))}</p>;
  return null;
}
