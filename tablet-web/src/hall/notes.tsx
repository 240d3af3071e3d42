import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import type { NotesDoor } from "../features/reader/index.ts";
import { useHousehold, useSignedIn } from "./household.tsx";
import { useSessionClock } from "./live.tsx";

type Open = NotesDoor["open"];

const NotesContext = createContext<Open | undefined>(undefined);

/** Keeps what the signed-in person writes on the papers of a session; opened with the first paper. */
export function NotesProvider({ session, children }: { session: string; children: ReactNode }) {
  const { api } = useHousehold();
  const person = useSignedIn()?.personId;
  const now = useSessionClock();
  const kept = useMemo(() => {
    let opened: ReturnType<Open> | undefined;
    const open: Open = () => {
      if (!person) return Promise.reject(new Error("nobody is signed in"));
      opened ??= import("../features/notes/index.ts")
        .then(module => module.openNotes({ api, session, person, now }))
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
  }, [api, session, person, now]);
  useEffect(() => kept.close, [kept]);
  return <NotesContext value={kept.open}>{children}</NotesContext>;
}

/** Opens what the signed-in person has written in this session; undefined where nothing is written. */
export function useOpenNotes(): Open | undefined {
  return useContext(NotesContext);
}

/** Where one writes on a paper; undefined where nothing is written. */
export function useNotesDoor(paperId: string, sha256: string, newest: boolean): NotesDoor | undefined {
  const open = useContext(NotesContext);
  return useMemo(() => open && { paperId, sha256, newest, open }, [open, paperId, sha256, newest]);
}
