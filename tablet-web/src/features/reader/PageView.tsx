import { type ReactNode, useEffect, useRef } from "react";
import { canvasScale, type Placed } from "./layout.ts";
import styles from "./PageView.module.css";
import { type PDFDocumentProxy, pdfLibrary } from "./pdfjs.ts";

export type Marks = { first: number; last: number }[];

/** One page: its canvas, released when it leaves, and the selectable text above it. */
export function PageView({
  document,
  placed,
  scale,
  label,
  marks,
  onDrawn,
  children,
}: {
  document: PDFDocumentProxy;
  placed: Placed;
  scale: number;
  label: string;
  marks: Marks;
  onDrawn: (page: number) => void;
  /** What lies over the page. */
  children?: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const pieces = useRef<HTMLElement[]>([]);
  const { page, width, height } = placed;

  useEffect(() => {
    const target = canvas.current;
    if (!target || width === 0) return;
    let cancel: (() => void) | undefined;
    let left = false;
    void (async () => {
      const proxy = await document.getPage(page);
      if (left) return;
      const factor = canvasScale(width, height, devicePixelRatio);
      const viewport = proxy.getViewport({ scale: scale * factor });
      // Draw aside and swap, so that zooming never shows a white page.
      const fresh = globalThis.document.createElement("canvas");
      fresh.width = Math.floor(width * factor);
      fresh.height = Math.floor(height * factor);
      const context = fresh.getContext("2d", { alpha: false });
      if (!context) return;
      const task = proxy.render({ canvas: fresh, canvasContext: context, viewport });
      cancel = () => task.cancel();
      await task.promise;
      if (left) return release(fresh);
      target.width = fresh.width;
      target.height = fresh.height;
      target.getContext("2d", { alpha: false })?.drawImage(fresh, 0, 0);
      release(fresh);
      onDrawn(page);
    })().catch(ignoreCancelled);
    return () => {
      left = true;
      cancel?.();
    };
  }, [document, page, width, height, scale, onDrawn]);

  useEffect(() => {
    const target = canvas.current;
    return () => {
      if (target) release(target);
    };
  }, []);

  useEffect(() => {
    const target = text.current;
    if (!target) return;
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
      pieces.current = layer.textDivs;
    })().catch(ignoreCancelled);
    return () => {
      left = true;
      cancel?.();
      target.replaceChildren();
      pieces.current = [];
    };
  }, [document, page]);

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
      <canvas ref={canvas} className={styles.canvas} width={1} height={1} />
      <div
        ref={text}
        className={styles.text}
        style={{ ["--total-scale-factor" as string]: scale }}
        lang="vi"
        data-text
      />
      {children}
    </section>
  );
}

function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

function ignoreCancelled(error: unknown): void {
  const name = error instanceof Error ? error.name : "";
  // The paper was closed or the page scrolled away meanwhile: nobody waits for this drawing.
  if (name === "RenderingCancelledException" || name === "AbortException") return;
  if (/destroyed|terminated/i.test(String(error))) return;
  reportError(error);
}
