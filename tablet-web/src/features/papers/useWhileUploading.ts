import { useEffect, useSyncExternalStore } from "react";
import type { Uploads } from "./uploads.ts";

/** Leaving the page is asked back while files are on their way; who leaves the screen cancels them. */
export function useWhileUploading(uploads: Uploads): void {
  const active = useSyncExternalStore(uploads.subscribe, () => uploads.active());
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [active]);
  useEffect(() => () => uploads.cancelAll(), [uploads]);
}
