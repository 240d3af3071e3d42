/** A page's size in CSS pixels at scale 1. */
export type PageSize = { width: number; height: number };
export type Placed = { page: number; top: number; width: number; height: number };

export const gap = 14;
/** Most pixels of one canvas: old tablets end the page beyond their limit. */
export const maxCanvasPixels = 4_000_000;
export const maxLiveCanvases = 4;

/**
 * Where each page lies in the column, at a scale. Page numbers start at 1. `least` is the height that each page has for itself, where one
 * page is shown at a time.
 */
export function place(sizes: readonly PageSize[], scale: number, least = 0): Placed[] {
  let top = gap;
  return sizes.map((size, index) => {
    const placed = {
      page: index + 1,
      top,
      width: Math.round(size.width * scale),
      height: Math.round(size.height * scale),
    };
    top += Math.max(placed.height + gap, least);
    return placed;
  });
}

export function columnHeight(pages: readonly Placed[], least = 0): number {
  const last = pages[pages.length - 1];
  return last ? last.top + Math.max(last.height + gap, least - gap) : 0;
}

/** The page at a place of the column: the last one whose top is not below it. */
export function pageAt(pages: readonly Placed[], y: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pages[middle]?.top ?? 0) <= y + gap) low = middle;
    else high = middle - 1;
  }
  return pages[low]?.page ?? 1;
}

/** Pages that get a canvas: those in view, then the next and the one before, never more than allowed. Most wanted first. */
export function livePages(pages: readonly Placed[], scrollTop: number, viewHeight: number): number[] {
  const first = pageAt(pages, scrollTop);
  const last = pageAt(pages, scrollTop + viewHeight - gap * 2);
  const wanted: number[] = [];
  for (let page = first; page <= last; page++) wanted.push(page);
  wanted.push(last + 1, first - 1);
  return wanted.filter(page => page >= 1 && page <= pages.length).slice(0, maxLiveCanvases);
}

/** The factor from CSS pixels to canvas pixels that is sharp and stays within the limit. */
export function canvasScale(width: number, height: number, pixelRatio: number): number {
  return Math.min(pixelRatio, Math.sqrt(maxCanvasPixels / (width * height)));
}

/** A part of a page: CSS pixels from its top left corner, and canvas pixels for each of them. */
export type Tile = { x: number; y: number; width: number; height: number; factor: number };

/** Most pixels of the detail of a page: more than the screens of tablets have. */
export const maxTilePixels = 8_000_000;

/** The part of a page that is in view, where the canvas of the whole page is coarser than the screen. Both in CSS pixels. */
export function tileOf(
  page: Pick<DOMRect, "left" | "top" | "right" | "bottom">,
  view: Pick<DOMRect, "left" | "top" | "right" | "bottom">,
  pixelRatio: number,
): Tile | undefined {
  if (canvasScale(page.right - page.left, page.bottom - page.top, pixelRatio) >= pixelRatio) return undefined;
  const [left, top] = [Math.max(page.left, view.left), Math.max(page.top, view.top)];
  const [width, height] = [Math.min(page.right, view.right) - left, Math.min(page.bottom, view.bottom) - top];
  if (width <= 0 || height <= 0) return undefined;
  const factor = Math.min(pixelRatio, Math.sqrt(maxTilePixels / (width * height)));
  return { x: left - page.left, y: top - page.top, width, height, factor };
}
