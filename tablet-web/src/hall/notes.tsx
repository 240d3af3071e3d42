import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import { deliverNotes } from "../features/notes/deliver.ts";
import type { NotesDoor } from "../features/reader/index.ts";
import { useApi } from "./household.tsx";
import { useSessionClock } from "./live.tsx";
import { usePack } from "./pack.tsx";
import { useOutbox, useTabletState } from "./tablet.tsx";

type Open = NotesDoor["open"];

const NotesContext = createContext<Open | undefined>(undefined);

/** Sends what was written on papers, also what was left from before a restart. */
export function useNotesDelivery(): void {
  const api = useApi();
  const outbox = useOutbox();
  useEffect(() => outbox && deliverNotes(api, outbox), [api, outbox]);
}

/**
 * Keeps what the person writes on the papers of a session in the person's store on this device. Opened with the pack, so that what other
 * tablets wrote is here when the network is gone; with the first paper where there is no pack. Inside a PackProvider.
 */
export function NotesProvider({ session, children }: { session: string; children: ReactNode }) {
  const api = useApi();
  const tablet = useTabletState();
  const [store, outbox, person] = tablet.kind === "open" ? [tablet.store, tablet.outbox, tablet.person] : [];
  const now = useSessionClock();
  const packed = (usePack()?.view.activity ?? "opening") !== "opening";
  const kept = useMemo(() => {
    if (!store || !outbox || !person) return undefined;
    let opened: ReturnType<Open> | undefined;
    const open: Open = () => {
      opened ??= import("../features/notes/index.ts")
        .then(module => module.openNotes({ api, session, person, store, outbox, now }))
        .catch(error => {
          opened = undefined;
          throw error;
        });
      return opened;
    };
    const close = () => {
      const closing = opened;
      opened = undefined;
      void closing?.then(notes => notes.close()).catch(() => undefined);
    };
    return { open, close };
  }, [api, session, person, store, outbox, now]);
  useEffect(() => kept?.close, [kept]);
  useEffect(() => {
    // Where it fails the first paper tries again.
    if (packed) void kept?.open().catch(() => undefined);
  }, [kept, packed]);
  return <NotesContext value={kept?.open}>{children}</NotesContext>;
}

/** Opens what the person has written in this session; undefined while nothing can be kept on this device. */
export function useOpenNotes(): Open | undefined {
  return useContext(NotesContext);
}

/** Where one writes on a paper; undefined where nothing is written. */
export function useNotesDoor(paperId: string, sha256: string, newest: boolean): NotesDoor | undefined {
  const open = useContext(NotesContext);
  return useMemo(() => open && { paperId, sha256, newest, open }, [open, paperId, sha256, newest]);
}
