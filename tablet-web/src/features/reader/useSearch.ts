import { useEffect, useRef, useState } from "react";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import { findOn, type Hit, type PageText, type Piece, pageText } from "./search.ts";

export interface SearchState {
  hits: readonly Hit[];
  /** Pages read so far; equal to the number of pages when all has been searched. */
  read: number;
  /** Not one page has text: a scan. */
  textless: boolean;
}

const nothing: SearchState = { hits: [], read: 0, textless: false };

/** Searches a whole paper page by page; what was read is kept for the next words. */
export function useSearch(document: PDFDocumentProxy, query: string): SearchState {
  const known = useRef(new Map<number, PageText>());
  const [state, setState] = useState<SearchState>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another paper has other texts
  useEffect(() => () => known.current.clear(), [document]);
  useEffect(() => {
    setState(nothing);
    if (query.trim().length < 2) return;
    let left = false;
    void (async () => {
      const hits: Hit[] = [];
      let letters = 0;
      for (let page = 1; page <= document.numPages && !left; page++) {
        const text = known.current.get(page) ?? (await read(document, page));
        known.current.set(page, text);
        letters += text.folded.length;
        hits.push(...findOn(text, query));
        if (!left && (page % 10 === 0 || page === document.numPages)) {
          setState({ hits: [...hits], read: page, textless: page === document.numPages && letters === 0 });
        }
      }
    })().catch(() => undefined); // the paper was closed
    return () => {
      left = true;
    };
  }, [document, query]);
  return state;
}

async function read(document: PDFDocumentProxy, page: number): Promise<PageText> {
  const proxy = await document.getPage(page);
  const content = await proxy.getTextContent({ includeMarkedContent: false });
  return pageText(page, content.items as Piece[]);
}
