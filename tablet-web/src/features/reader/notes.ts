import { useEffect, useState } from "react";
import type { OpenNotes, Pad } from "../notes/index.ts";

/** Where the marks of a paper are kept; opened when the paper is on screen. */
export interface NotesDoor {
  paperId: string;
  sha256: string;
  open: () => Promise<OpenNotes>;
}

export interface Writing {
  pad: Pad;
  notes: OpenNotes;
  parts: typeof import("../notes/index.ts");
}

/** The pad of the paper on screen, once it and the code of writing have come. Reading never waits for it. */
export function useNotes(door: NotesDoor | undefined): Writing | undefined {
  const [writing, setWriting] = useState<Writing>();
  useEffect(() => {
    if (!door) return;
    let left = false;
    let pad: Pad | undefined;
    void Promise.all([import("../notes/index.ts"), door.open()]).then(
      ([parts, notes]) => {
        if (left) return;
        pad = new parts.Pad(notes.book, { paperId: door.paperId, sha256: door.sha256 });
        pad.opened();
        setWriting({ pad, notes, parts });
      },
      () => undefined, // a browser without storage or a cut network: the paper is read without writing
    );
    return () => {
      left = true;
      pad?.close();
      setWriting(undefined);
    };
  }, [door]);
  return writing;
}
