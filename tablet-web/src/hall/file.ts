import { useState } from "react";
import { asProblem, clientProblem, isProblem, ProblemError } from "../core/problem.ts";
import { useProblemTitle } from "../i18n/problems.ts";
import { useToast } from "../ui/index.ts";
import { useHousehold } from "./household.tsx";

/** Fetches a file with the token, which a plain link can't send, and saves them under a name. */
export function useSaveFile(): { busy: boolean; save(path: string, name: string): Promise<void> } {
  const { fetch } = useHousehold();
  const say = useToast();
  const title = useProblemTitle();
  const [busy, setBusy] = useState(false);
  const save = async (path: string, name: string) => {
    setBusy(true);
    try {
      saveBlob(await bytesOf(await fetch(new Request(new URL(path, location.origin)))), name);
    } catch (error) {
      say(title(asProblem(error)), "bad");
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}

async function bytesOf(response: Response): Promise<Blob> {
  if (response.ok) return response.blob();
  const body: unknown = await response.json().catch(() => undefined);
  throw new ProblemError(isProblem(body) ? body : clientProblem("client:unreadable", response.status));
}

/** Saves words that this device has itself. */
export function saveText(text: string, name: string): void {
  saveBlob(new Blob([text], { type: "text/plain;charset=utf-8" }), name);
}

function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
