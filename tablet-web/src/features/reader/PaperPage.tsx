import { useEffect, useRef, useState } from "react";
import { ErrorState, Loading } from "../../ui/index.ts";
import { canvasScale, type PageSize } from "./layout.ts";
import styles from "./PaperPage.module.css";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import type { PaperSource } from "./ranges.ts";
import { usePaper } from "./usePaper.ts";

/** One page of a paper as a picture, as large as the box allows; the page before stays until the next one is drawn. */
export function PaperPage({
  source,
  page,
  size,
  label,
}: {
  source: PaperSource;
  page: number;
  size: PageSize;
  label: string;
}) {
  const { state, retry } = usePaper(source);
  switch (state.kind) {
    case "opening":
      return <Loading />;
    case "failed":
      return <ErrorState problem={state.problem} onRetry={retry} />;
    case "open":
      return <Sheet document={state.paper.document} page={page} size={size} label={label} />;
  }
}

function Sheet({
  document,
  page,
  size,
  label,
}: {
  document: PDFDocumentProxy;
  page: number;
  size: PageSize;
  label: string;
}) {
  const { width, height } = size;
  const target = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<number>();
  useEffect(() => {
    const stop = new AbortController();
    void draw(document, page, { width, height }, stop.signal).then(canvas => {
      if (!canvas || stop.signal.aborted) return;
      target.current?.replaceChildren(canvas);
      setDrawn(page);
    });
    return () => stop.abort();
  }, [document, page, width, height]);
  return <div ref={target} className={styles.sheet} role="img" aria-label={label} data-drawn={drawn} />;
}

/** Undefined when it was no longer wanted, or the page can't be drawn: the one before stays. */
async function draw(
  document: PDFDocumentProxy,
  page: number,
  box: PageSize,
  stop: AbortSignal,
): Promise<HTMLCanvasElement | undefined> {
  try {
    const proxy = await document.getPage(Math.min(page, document.numPages));
    if (stop.aborted) return undefined;
    const whole = proxy.getViewport({ scale: 1 });
    const scale = Math.min(box.width / whole.width, box.height / whole.height);
    const [width, height] = [Math.floor(whole.width * scale), Math.floor(whole.height * scale)];
    const factor = canvasScale(width, height, devicePixelRatio);
    const canvas = globalThis.document.createElement("canvas");
    canvas.width = Math.floor(width * factor);
    canvas.height = Math.floor(height * factor);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    canvas.getContext("2d", { alpha: false });
    const task = proxy.render({ canvas, viewport: proxy.getViewport({ scale: scale * factor }) });
    stop.addEventListener("abort", () => task.cancel());
    await task.promise;
    return canvas;
  } catch {
    return undefined;
  }
}
