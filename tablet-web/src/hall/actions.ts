import { useCallback, useEffect, useRef, useState } from "react";
import type { CommandName, Commands } from "../core/commands.ts";
import { exactTime } from "../core/format.ts";
import { asProblem } from "../core/problem.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { useToast } from "../ui/index.ts";
import { useLive, useLiveState } from "./live.tsx";

export interface Actions {
  /** There is a network to send over. */
  online: boolean;
  /** A command under this key is on its way. */
  busy(key: string): boolean;
  /** True when durable; a refusal is said in a toast. `said` is said with the time when it is recorded. */
  run<N extends CommandName>(key: string, name: N, data: Commands[N], said?: string): Promise<boolean>;
}

/** Commands of rows and short buttons, which have no room for a line of their own. */
export function useActions(): Actions {
  const live = useLive();
  const online = useLiveState().kind === "live";
  const say = useToast();
  const wording = useProblemTitle();
  const title = useRef(wording);
  useEffect(() => {
    title.current = wording;
  });
  const done = useText(common).command.done;
  const [sent, setSent] = useState<readonly string[]>([]);
  const run = useCallback(
    async <N extends CommandName>(key: string, name: N, data: Commands[N], said?: string): Promise<boolean> => {
      setSent(keys => [...keys, key]);
      try {
        await live.send(name, data);
        if (said) say(`${said}. ${done(exactTime(live.clock.now()))}`, "good");
        return true;
      } catch (error) {
        say(title.current(asProblem(error)), "bad");
        return false;
      } finally {
        setSent(keys => keys.toSpliced(keys.indexOf(key), 1));
      }
    },
    [live, say, done],
  );
  const busy = useCallback((key: string) => sent.includes(key), [sent]);
  return { online, busy, run };
}
