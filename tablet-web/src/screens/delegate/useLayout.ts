import { useSyncExternalStore } from "react";

export type Layout = "wide" | "middle" | "narrow";

const wide = "(min-width: 1180px)";
const middle = "(min-width: 900px)";

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(wide), matchMedia(middle)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

/** Three columns, three with a narrow rail, or one with a sheet from below. */
export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, () =>
    matchMedia(wide).matches ? "wide" : matchMedia(middle).matches ? "middle" : "narrow",
  );
}
