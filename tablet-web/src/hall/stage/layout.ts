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
/** Of the row with the buttons between pages. */
export const pagerHeight = 56;
const widest = 16 / 9;
const narrowest = 4 / 3;
/** Below this a face is not recognised any more. */
const leastWidth = 150;

/** The grid with the largest tiles; more people than fit go to further pages. */
export function gridPlan(area: Box, count: number, most: number): GridPlan {
  const whole = gridOf(area, Math.max(1, Math.min(count, most)));
  const plan = whole.perPage >= count ? whole : gridOf({ ...area, height: area.height - pagerHeight }, whole.perPage);
  return { ...plan, pages: Math.max(1, Math.ceil(count / plan.perPage)) };
}

function gridOf(area: Box, most: number): Omit<GridPlan, "pages"> {
  let perPage = most;
  let best = largest(area, perPage);
  while (perPage > 1 && best.tile.width < leastWidth) best = largest(area, --perPage);
  return { ...best, perPage };
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

/** One large picture; the small ones in a column beside it, or on a tall area in rows below. */
export function stagePlan(area: Box, others: number, most: number): StagePlan {
  if (others === 0) return { strip: "none", small: { width: 0, height: 0 }, perPage: 0, stage: area };
  return area.width / area.height > 1.35 ? beside(area, others, most) : below(area, others, most);
}

function beside(area: Box, others: number, most: number): StagePlan {
  const small = smallOf(clamp(area.width * 0.17, 132, 240));
  const fitting = (height: number) => Math.max(1, Math.min(most, Math.floor((height + gap) / (small.height + gap))));
  const all = fitting(area.height);
  const perPage = others <= all ? all : fitting(area.height - pagerHeight);
  return { strip: "side", small, perPage, stage: { width: area.width - small.width - gap, height: area.height } };
}

function below(area: Box, others: number, most: number): StagePlan {
  const columns = area.width > 1000 ? 4 : 3;
  const small = smallOf((area.width - gap * (columns - 1)) / columns);
  const large = Math.min(area.width / narrowest, area.height - small.height - gap);
  const rowsIn = (height: number) => Math.max(1, Math.floor(height / (small.height + gap)));
  const needed = Math.ceil(Math.min(others, most) / columns);
  const all = Math.min(needed, rowsIn(area.height - large));
  const paged = others > all * columns;
  const rows = paged ? Math.min(needed, rowsIn(area.height - large - pagerHeight)) : all;
  const perPage = Math.min(most, rows * columns);
  const taken = rows * (small.height + gap) + (paged ? pagerHeight : 0);
  const stage = { width: area.width, height: Math.max(1, Math.min(area.height - taken, area.width / narrowest)) };
  return { strip: "below", small, perPage, stage: { ...stage, height: Math.floor(stage.height) } };
}

function smallOf(width: number): Box {
  return { width: Math.floor(width), height: Math.floor(width / widest) };
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
