import { useEffect, useState, useSyncExternalStore } from "react";
import type { Uploads } from "./uploads.ts";

/** As far as it is used here; browsers without it ask only before the page is closed. */
interface Navigations {
  addEventListener(type: "navigate", listener: (event: NavigateEvent) => void): void;
  removeEventListener(type: "navigate", listener: (event: NavigateEvent) => void): void;
}

interface NavigateEvent {
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly destination: { readonly url: string };
  preventDefault(): void;
}

/**
 * While files are on their way, leaving the page or the desk is asked back. Who leaves pauses them: chosen again, they go on.
 *
 * @param within path that the desk's sections begin with
 * @returns where the person wants to go, and what clears the question
 */
export function useWhileUploading(uploads: Uploads, within: string) {
  const active = useSyncExternalStore(uploads.subscribe, () => uploads.active());
  const [leavingTo, setLeavingTo] = useState<string>();
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const navigations = (window as unknown as { navigation?: Navigations }).navigation;
    const hold = (event: NavigateEvent) => {
      const { origin, pathname, search } = new URL(event.destination.url);
      const inside = pathname === within || pathname.startsWith(`${within}/`);
      if (origin !== location.origin || inside || !event.cancelable || event.defaultPrevented) return;
      event.preventDefault();
      setLeavingTo(pathname + search);
    };
    window.addEventListener("beforeunload", ask);
    navigations?.addEventListener("navigate", hold);
    return () => {
      window.removeEventListener("beforeunload", ask);
      navigations?.removeEventListener("navigate", hold);
    };
  }, [active, within]);
  useEffect(() => () => uploads.pauseAll(), [uploads]);
  return { leavingTo, stay: () => setLeavingTo(undefined) };
}
