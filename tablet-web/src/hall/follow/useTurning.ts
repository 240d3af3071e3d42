import { useMemo } from "react";
import { asProblem } from "../../core/problem.ts";
import { useLive } from "../live.tsx";
import { Turning } from "./turning.ts";

/** Tells the hall which page is presented, not faster than it takes pages. */
export function useTurning(): Turning {
  const live = useLive();
  return useMemo(
    () =>
      new Turning(page =>
        live.send("follow.turn", { page }).then(
          () => "told",
          error => (asProblem(error).code === "follow:too-fast" ? "again" : "refused"),
        ),
      ),
    [live],
  );
}
