import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { ignoreCancelled, release, swap } from "./canvas.ts";
import type { Drawings } from "./drawings.ts";
import { canvasScale, type Placed } from "./layout.ts";
import styles from "./PageView.module.css";
import { type PDFDocumentProxy, pdfLibrary } from "./pdfjs.ts";
import { useDetail } from "./useDetail.ts";

export type Marks = { first: number; last: number }[];

/** While the zoom is still changing the old picture is stretched; ms of rest before it is drawn anew. */
const restMs = 90;

/** One page: its canvas, released when it leaves, and the selectable text above it, which comes after the picture. */
export function PageView({
  document,
  drawings,
  placed,
  scale,
  label,
  marks,
  view,
  onDrawn,
  children,
}: {
  document: PDFDocumentProxy;
  drawings: Drawings;
  placed: Placed;
  scale: number;
  label: string;
  marks: Marks;
  /** What the page scrolls in. */
  view: RefObject<HTMLElement | null>;
  onDrawn: (page: number) => void;
  /** What lies over the page. */
  children?: ReactNode;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const text = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLDivElement>(null);
  const pieces = useRef<HTMLElement[]>([]);
  const { page, width, height } = placed;
  useDetail(detail, view, { document, drawings, page, width, height, scale });

  useEffect(() => {
    const target = sheet.current;
    if (!target || width === 0) return;
    const stop = new AbortController();
    const before = target.firstElementChild;
    const draw = async () => {
      const proxy = await document.getPage(page);
      if (stop.signal.aborted) return;
      const factor = canvasScale(width, height, devicePixelRatio);
      // Drawn aside and swapped, so that zooming never shows a white page.
      const canvas = globalThis.document.createElement("canvas");
      canvas.width = Math.floor(width * factor);
      canvas.height = Math.floor(height * factor);
      canvas.getContext("2d", { alpha: false });
      const task = proxy.render({ canvas, viewport: proxy.getViewport({ scale: scale * factor }) });
      stop.signal.addEventListener("abort", () => task.cancel());
      try {
        await task.promise;
      } catch (error) {
        release(canvas);
        throw error;
      }
      if (stop.signal.aborted) return release(canvas);
      swap(target, canvas);
      setDrawn(true);
      onDrawn(page);
    };
    const go = () => void drawings.draw(page, stop.signal, draw).catch(ignoreCancelled);
    const wait = before ? setTimeout(go, restMs) : go();
    return () => {
      if (wait) clearTimeout(wait);
      stop.abort();
    };
  }, [document, drawings, page, width, height, scale, onDrawn]);

  useEffect(() => {
    const target = sheet.current;
    return () => {
      if (target) swap(target);
    };
  }, []);

  useEffect(() => {
    const target = text.current;
    if (!target || !drawn) return;
    let left = false;
    let cancel: (() => void) | undefined;
    void (async () => {
      const [{ pdfjs }, proxy] = await Promise.all([pdfLibrary(), document.getPage(page)]);
      if (left) return;
      const layer = new pdfjs.TextLayer({
        textContentSource: proxy.streamTextContent({ includeMarkedContent: false }),
        container: target,
        viewport: proxy.getViewport({ scale: 1 }),
      });
      cancel = () => layer.cancel();
      await layer.render();
      if (left) return;
      pieces.current = layer.textDivs;
      target.dataset.text = "ready";
    })().catch(ignoreCancelled);
    return () => {
      left = true;
      cancel?.();
      target.replaceChildren();
      target.dataset.text = "";
      pieces.current = [];
    };
  }, [document, page, drawn]);

  useEffect(() => {
    // The text may still be coming; look again until it is there.
    let frame = 0;
    const mark = () => {
      if (marks.length > 0 && pieces.current.length === 0) {
        frame = requestAnimationFrame(mark);
        return;
      }
      const inside = (index: number) => marks.some(one => index >= one.first && index <= one.last);
      pieces.current.forEach((piece, index) => {
        piece.toggleAttribute("data-hit", inside(index));
      });
    };
    mark();
    return () => cancelAnimationFrame(frame);
  }, [marks]);

  return (
    <section className={styles.page} style={{ top: placed.top, width, height }} aria-label={label} data-page={page}>
      <div ref={sheet} className={styles.sheet} aria-hidden="true" />
      <div ref={detail} className={styles.detail} aria-hidden="true" data-detail />
      <div
        ref={text}
        className={styles.text}
        style={{ ["--total-scale-factor" as string]: scale }}
        lang="vi"
        data-text=""
      />
      {children}
    </section>
  );
}
