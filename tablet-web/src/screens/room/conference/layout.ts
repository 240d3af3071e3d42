/** A rectangle in CSS pixels. */
export interface Box {
  width: number;
  height: number;
}

export interface GridPlan {
  columns: number;
  rows: number;
  tile: Box;
  /** Tiles on one page. */
  perPage: number;
  pages: number;
}

const gap = 8;
const widest = 16 / 9;
const narrowest = 4 / 3;
/** Below this a face is not recognised any more. */
const leastWidth = 150;

/** The grid with the largest tiles; more people than fit go to further pages. */
export function gridPlan(area: Box, count: number, most: number): GridPlan {
  let shown = Math.max(1, Math.min(count, most));
  let best = largest(area, shown);
  while (shown > 1 && best.tile.width < leastWidth) best = largest(area, --shown);
  return { ...best, perPage: shown, pages: Math.max(1, Math.ceil(count / shown)) };
}

function largest(area: Box, count: number): { columns: number; rows: number; tile: Box } {
  let best = { columns: 1, rows: count, tile: tileIn(area, 1, count) };
  for (let columns = 2; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = tileIn(area, columns, rows);
    if (tile.width * tile.height > best.tile.width * best.tile.height) best = { columns, rows, tile };
  }
  return best;
}

/** The largest tile of a good shape in a cell of the grid. */
function tileIn(area: Box, columns: number, rows: number): Box {
  const cell = {
    width: Math.max(1, (area.width - gap * (columns - 1)) / columns),
    height: Math.max(1, (area.height - gap * (rows - 1)) / rows),
  };
  const shape = Math.min(widest, Math.max(narrowest, cell.width / cell.height));
  const width = Math.min(cell.width, cell.height * shape);
  return { width: Math.floor(width), height: Math.floor(width / shape) };
}

export interface StagePlan {
  /** Where the strip of small pictures is: beside the stage, below it, or nowhere when there is no room for it. */
  strip: "side" | "below" | "none";
  small: Box;
  /** Small pictures that fit at once. */
  perPage: number;
  stage: Box;
}

/** One large picture and a strip of small ones along the longer free edge. */
export function stagePlan(area: Box, others: number, most: number): StagePlan {
  if (others === 0) return { strip: "none", small: { width: 0, height: 0 }, perPage: 0, stage: area };
  const side = area.width / area.height > 1.35;
  const width = side ? clamp(area.width * 0.17, 132, 240) : clamp(area.width * 0.24, 104, 200);
  const small = { width: Math.floor(width), height: Math.floor(width / widest) };
  const room = side ? area.height + gap : area.width + gap;
  const each = (side ? small.height : small.width) + gap;
  const perPage = Math.max(1, Math.min(most, Math.floor(room / each)));
  const stage = side
    ? { width: area.width - small.width - gap, height: area.height }
    : { width: area.width, height: area.height - small.height - gap };
  return { strip: side ? "side" : "below", small, perPage, stage };
}

/** The height to ask for: one of the sender's usual layers, no more than the eye can use. */
export function wantedHeight(kind: "CAMERA" | "SCREEN", cssHeight: number, pixelRatio: number): number {
  const pixels = cssHeight * Math.min(pixelRatio, 1.5);
  if (pixels <= 0) return 0;
  if (kind === "SCREEN") return pixels <= 320 ? 540 : 1080;
  if (pixels <= 210) return 180;
  return pixels <= 420 ? 360 : 720;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
