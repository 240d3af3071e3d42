import type { Aired } from "../../../hall/stage/air.ts";
import { type Box, gridPlan } from "../../../hall/stage/layout.ts";
import type { Shown } from "../../../hall/stage/useWant.ts";

const gap = 12;
/** Of the desk's height: the points below stay in reach. */
const share = 0.32;
/** Pictures of a grid that are drawn on a monitor; all of them are on the large screens. */
const most = 9;

/** Two monitors beside each other, on a narrow desk below each other. */
export function monitorSize(area: Box): Box {
  const column = Math.max(1, area.width - (area.width >= 1_100 ? 340 : 0) - 2 * gap);
  const lowest = (area.height * share * 16) / 9;
  const width = Math.floor(Math.min(column >= 640 ? (column - gap) / 2 : column, Math.max(lowest, 280)));
  return { width, height: Math.floor((width * 9) / 16) };
}

/** What a monitor of this size draws. */
export function shownIn(aired: Aired | undefined, size: Box): readonly Shown[] {
  if (!aired) return [];
  if (aired.paper) {
    const small = { width: Math.floor(size.width / 4), height: Math.floor(size.height / 4) };
    return aired.large.slice(0, 1).map(picture => ({ picture, size: small }));
  }
  const pictures = aired.large.slice(0, most);
  const { tile } = gridPlan(size, pictures.length, most);
  return pictures.map(picture => ({ picture, size: pictures.length === 1 ? size : tile }));
}
