import { useEffect, useState } from "react";
import type { OpenNotes, Pad } from "../notes/index.ts";
import type { PDFDocumentProxy } from "./pdfjs.ts";

/** Where the marks of a paper are kept; opened when the paper is on screen. */
export interface NotesDoor {
  paperId: string;
  sha256: string;
  /** The newest version: marks of earlier ones are brought over. */
  newest: boolean;
  open: () => Promise<OpenNotes>;
}

export interface Writing {
  pad: Pad;
  notes: OpenNotes;
  parts: typeof import("../notes/index.ts");
}

/** The pad of the paper on screen, once it and the code of writing have come. Reading never waits for it. */
export function useNotes(door: NotesDoor | undefined, document: PDFDocumentProxy | undefined): Writing | undefined {
  const [writing, setWriting] = useState<Writing>();
  const { open, paperId, sha256, newest = false } = door ?? {};
  useEffect(() => {
    if (!open || !paperId || !sha256) return;
    let left = false;
    let pad: Pad | undefined;
    void Promise.all([import("../notes/index.ts"), open()]).then(
      ([parts, notes]) => {
        if (left) return;
        pad = new parts.Pad(notes.book, { paperId, sha256 });
        setWriting({ pad, notes, parts });
      },
      () => undefined, // a browser without storage or a cut network: the paper is read without writing
    );
    return () => {
      left = true;
      pad?.close();
      setWriting(undefined);
    };
  }, [open, paperId, sha256]);
  useEffect(() => {
    if (!writing || !document || !newest || writing.pad.paper.sha256 !== sha256) return;
    let left = false;
    const look = () => {
      if (!left) void writing.parts.bringOver(writing.pad, document).catch(() => undefined);
    };
    look();
    // Marks that another tablet made on the earlier version come later.
    const leave = writing.pad.onStray(look);
    return () => {
      left = true;
      leave();
    };
  }, [writing, document, newest, sha256]);
  return writing;
}
