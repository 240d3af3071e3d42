import { useCallback, useState } from "react";
import { asProblem, clientProblem, isProblem, ProblemError } from "../../core/problem.ts";
import { useHousehold } from "../../hall/index.ts";
import { useProblemTitle } from "../../i18n/problems.ts";
import { useToast } from "../../ui/index.ts";

/** Fetches PDF bytes with the token and shows them in a new tab, or saves them under a name. */
export function usePdf(): {
  busy: string | undefined;
  open(path: string): void;
  save(path: string, name: string): void;
} {
  const { fetch } = useHousehold();
  const say = useToast();
  const title = useProblemTitle();
  const [busy, setBusy] = useState<string>();
  const load = useCallback(
    async (path: string): Promise<string> => {
      const response = await fetch(new Request(new URL(path, location.origin)));
      if (response.ok) return URL.createObjectURL(await response.blob());
      const body: unknown = await response.json().catch(() => undefined);
      throw new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", response.status));
    },
    [fetch],
  );
  const bring = async (path: string, use: (url: string) => void, failed: () => void) => {
    setBusy(path);
    try {
      const url = await load(path);
      use(url);
      setTimeout(() => URL.revokeObjectURL(url), 120_000);
    } catch (error) {
      failed();
      say(title(asProblem(error)), "bad");
    } finally {
      setBusy(undefined);
    }
  };
  return {
    busy,
    open(path) {
      // Opened at the press itself: later the browser would take it for a pop-up.
      const tab = window.open("", "_blank");
      void bring(
        path,
        url => (tab ? tab.location.replace(url) : window.location.assign(url)),
        () => tab?.close(),
      );
    },
    save(path, name) {
      void bring(
        path,
        url => {
          const link = document.createElement("a");
          link.href = url;
          link.download = name;
          link.click();
        },
        () => undefined,
      );
    },
  };
}
