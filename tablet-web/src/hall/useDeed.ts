import { useState } from "react";
import { asProblem } from "../core/problem.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { useToast } from "../ui/index.ts";

/** Something done over HTTP with one button: busy meanwhile, a word when it is done or went wrong. */
export function useDeed(deed: () => Promise<unknown>, told: string, onDone: () => void) {
  const say = useToast();
  const problem = useProblemTitle();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    try {
      await deed();
      say(told, "good");
      onDone();
    } catch (error) {
      say(problem(asProblem(error)), "bad");
      setBusy(false);
    }
  };
  return { busy, run: () => void run() };
}
