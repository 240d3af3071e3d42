import { type RefObject, useEffect } from "react";
import { ignoreCancelled, release, swap } from "./canvas.ts";
import type { Drawings } from "./drawings.ts";
import { canvasScale, type Tile, tileOf } from "./layout.ts";
import type { PDFDocumentProxy } from "./pdfjs.ts";

/** ms of rest after scrolling and zooming before the detail is drawn. */
const settleMs = 140;

/**
 * Draws the part of a page that is in view once more into `box`, which lies over the whole page, where the page's own canvas is too
 * coarse for the screen. What was drawn before stays in its place and is stretched until the new one is there.
 */
export function useDetail(
  box: RefObject<HTMLElement | null>,
  view: RefObject<HTMLElement | null>,
  {
    document,
    drawings,
    page,
    width,
    height,
    scale,
  }: { document: PDFDocumentProxy; drawings: Drawings; page: number; width: number; height: number; scale: number },
): void {
  useEffect(() => {
    const [target, around] = [box.current, view.current];
    if (!target || !around || width === 0) return;
    if (canvasScale(width, height, devicePixelRatio) >= devicePixelRatio) return swap(target);
    let stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const draw = async (tile: Tile, signal: AbortSignal) => {
      const proxy = await document.getPage(page);
      if (signal.aborted) return;
      const canvas = canvasOf(tile, width, height);
      const offset = { offsetX: -tile.x * tile.factor, offsetY: -tile.y * tile.factor };
      const task = proxy.render({ canvas, viewport: proxy.getViewport({ scale: scale * tile.factor, ...offset }) });
      signal.addEventListener("abort", () => task.cancel());
      try {
        await task.promise;
      } catch (error) {
        release(canvas);
        throw error;
      }
      if (signal.aborted) release(canvas);
      else swap(target, canvas);
    };
    const settled = () => {
      const tile = tileOf(target.getBoundingClientRect(), around.getBoundingClientRect(), devicePixelRatio);
      if (!tile) return swap(target);
      stop = new AbortController();
      const { signal } = stop;
      // Behind the pages themselves, which wait by their numbers.
      void drawings.draw(-page, signal, () => draw(tile, signal)).catch(ignoreCancelled);
    };
    const moved = () => {
      stop.abort();
      clearTimeout(timer);
      timer = setTimeout(settled, settleMs);
    };
    moved();
    around.addEventListener("scroll", moved, { passive: true });
    const observer = new ResizeObserver(moved);
    observer.observe(around);
    return () => {
      stop.abort();
      clearTimeout(timer);
      around.removeEventListener("scroll", moved);
      observer.disconnect();
    };
  }, [box, view, document, drawings, page, width, height, scale]);
  useEffect(() => {
    const target = box.current;
    return () => {
      if (target) swap(target);
    };
  }, [box]);
}

/** Placed by shares of the page, so that it grows with it. */
function canvasOf(tile: Tile, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(tile.width * tile.factor);
  canvas.height = Math.ceil(tile.height * tile.factor);
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  Object.assign(canvas.style, {
    left: share(tile.x, width),
    top: share(tile.y, height),
    width: share(canvas.width / tile.factor, width),
    height: share(canvas.height / tile.factor, height),
  });
  canvas.getContext("2d", { alpha: false });
  return canvas;
}
