import { createContext, use, useEffect, useState } from "react";
import { useCallValue } from "../room/call.tsx";
import { weakLineWish } from "./switches.ts";
import { type Judged, judged, type Thin, unjudged } from "./thin.ts";

/** How thin the line is to those who draw on it. */
export const ThinContext = createContext<Thin>("WIDE");

export const useThin = () => use(ThinContext);

/** The own line as measured, or as the person says; `choose(false)` tries pictures again. */
export function useThinLine(): { thin: Thin; chosen: boolean; choose: (weak: boolean) => void } {
  const line = useCallValue("line", call => call.line());
  const [measured, setMeasured] = useState<Judged>(unjudged);
  const [chosen, setChosen] = useState(weakLineWish.now);
  useEffect(() => {
    if (line) setMeasured(before => judged(before, line.downEstimateBps, Date.now()));
  }, [line]);
  return {
    thin: chosen ? "VOICE" : measured.thin,
    chosen,
    choose: weak => {
      weakLineWish.choose(weak);
      setChosen(weak);
      setMeasured(unjudged);
    },
  };
}
