import type { Point } from "./points.ts";

/** A piece of a stroke that is drawn with one width: an SVG path. */
export interface Piece {
  d: string;
  width: number;
}

const piecePoints = 24;
const levels = 8;

/**
 * The drawing of a stroke, point by point. It comes in short pieces, so that while writing only the last one changes; each piece has the
 * width of the pressure there.
 */
export class Outline {
  readonly pieces: Piece[] = [];
  private readonly width: number;
  private last: Point | undefined;
  private middle: Point | undefined;
  private inPiece = 0;

  constructor(width: number) {
    this.width = width;
  }

  add(point: Point): void {
    const { last } = this;
    this.last = point;
    if (!last) {
      this.begin(point, point);
      return;
    }
    const middle = { x: (last.x + point.x) / 2, y: (last.y + point.y) / 2 };
    const piece = this.pieces[this.pieces.length - 1];
    if (piece) piece.d += this.middle ? `Q${at(last)} ${at(middle)}` : `L${at(middle)}`;
    this.middle = middle;
    this.inPiece++;
    if (this.inPiece >= piecePoints || piece?.width !== this.widthAt(point)) this.begin(middle, point);
  }

  /** The line ends where the pen was lifted. */
  end(): Piece[] {
    const piece = this.pieces[this.pieces.length - 1];
    if (piece && this.last) piece.d += `L${at(this.last)}`;
    return this.pieces;
  }

  private begin(from: Point, pressed: Point): void {
    this.inPiece = 0;
    this.pieces.push({ d: `M${at(from)}l0 0`, width: this.widthAt(pressed) });
  }

  private widthAt(point: Point): number {
    if (point.p === undefined) return this.width;
    const level = Math.round((point.p / 255) * levels) / levels;
    return Math.round(this.width * (0.45 + 1.1 * level));
  }
}

export function outlineOf(points: readonly Point[], width: number): Piece[] {
  const outline = new Outline(width);
  for (const point of points) outline.add(point);
  return outline.end();
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}
