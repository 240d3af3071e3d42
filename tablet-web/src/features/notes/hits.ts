import type { Mark } from "../../core/schemas.ts";
import { type Point, unpackPoints } from "./points.ts";

const known = new WeakMap<Mark, Point[]>();

/** The points of a stroke, unpacked once. */
export function pointsOf(mark: Mark): readonly Point[] {
  let points = known.get(mark);
  if (!points) {
    points = unpackPoints(mark.data?.points ?? "");
    known.set(mark, points);
  }
  return points;
}

export type Box = { x: number; y: number; width: number; height: number };

/** The lines of a highlight. */
export function quadsOf(mark: Mark): Box[] {
  const quads = mark.data?.quads ?? [];
  const boxes: Box[] = [];
  for (let at = 0; at + 4 <= quads.length; at += 4) {
    const [x = 0, y = 0, width = 0, height = 0] = quads.slice(at, at + 4);
    boxes.push({ x, y, width, height });
  }
  return boxes;
}

/** The corner of what is drawn. */
export function topLeft(mark: Mark): readonly [number, number] {
  const all = mark.data?.points ? pointsOf(mark) : quadsOf(mark);
  return [Math.min(...all.map(one => one.x)), Math.min(...all.map(one => one.y))];
}

/** Whether an eraser of that radius touches the mark. */
export function touches(mark: Mark, at: Point, radius: number): boolean {
  if (mark.data?.points) return touchesLine(pointsOf(mark), at, radius + (mark.data.width ?? 0) / 2);
  return quadsOf(mark).some(
    box => at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height,
  );
}

function touchesLine(points: readonly Point[], at: Point, reach: number): boolean {
  return points.some((point, index) => distance(at, points[index - 1] ?? point, point) <= reach);
}

function distance(at: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length));
  return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
