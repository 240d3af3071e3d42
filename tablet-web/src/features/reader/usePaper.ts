import { useEffect, useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { Problem } from "../../core/schemas.ts";
import type { PageSize } from "./layout.ts";
import { type OpenedPaper, openPaper } from "./openPaper.ts";
import { type PaperSource, Ranges } from "./ranges.ts";

export type PaperState =
  | { kind: "opening"; received: number }
  | { kind: "failed"; problem: Problem }
  /** `missing`: a part did not arrive; what is there can be read on. */
  | { kind: "open"; paper: OpenedPaper; firstSize: PageSize; missing: Problem | undefined };

/** Opens a paper for as long as it is on screen. */
export function usePaper(source: PaperSource): { state: PaperState; retry: () => void } {
  const [state, setState] = useState<PaperState>({ kind: "opening", received: 0 });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the paper again
  useEffect(() => {
    let left = false;
    let opened: OpenedPaper | undefined;
    setState({ kind: "opening", received: 0 });
    const ranges = new Ranges(source, now => {
      if (left) return;
      setState(before => {
        if (before.kind === "opening") return { kind: "opening", received: now.received };
        return before.kind === "open" && before.missing !== now.problem ? { ...before, missing: now.problem } : before;
      });
    });
    (async () => {
      opened = await openPaper(source, ranges);
      if (left) return opened.close();
      const first = await opened.document.getPage(1);
      const { width, height } = first.getViewport({ scale: 1 });
      if (!left) setState({ kind: "open", paper: opened, firstSize: { width, height }, missing: undefined });
    })().catch(error => {
      if (!left) setState({ kind: "failed", problem: asProblem(error) });
    });
    return () => {
      left = true;
      ranges.stop();
      opened?.close();
    };
  }, [source, attempt]);
  const retry = () => {
    if (state.kind === "open") state.paper.ranges.retry();
    else setAttempt(n => n + 1);
  };
  return { state, retry };
}
