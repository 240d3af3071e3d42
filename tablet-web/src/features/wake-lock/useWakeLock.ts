import { useEffect } from "react";

/** Keeps the screen awake while shown; browsers without the ability just dim as usual. */
export function useWakeLock(): void {
  useEffect(() => {
    let held: WakeLockSentinel | undefined;
    let gone = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      const sentinel = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (gone) void sentinel?.release();
      else held = sentinel;
    };
    void ask();
    // A lock is lost whenever the page is hidden.
    document.addEventListener("visibilitychange", ask);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", ask);
      void held?.release();
    };
  }, []);
}
