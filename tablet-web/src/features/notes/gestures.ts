import type { Mark } from "../../core/schemas.ts";
import { anchorOf } from "./anchor.ts";
import { type Box, touches } from "./hits.ts";
import { Outline } from "./outline.ts";
import type { Pad, Tool } from "./pad.ts";
import { type Point, packPoints } from "./points.ts";
import { caretAt, lines, quoteOf } from "./quote.ts";

/** Where a gesture happens: on which page, drawn into which part of its layer while it lasts. */
export interface Ground {
  pad: Pad;
  page: number;
  scale: number;
  sheet: HTMLElement;
  ink: SVGGElement;
}

/** One touch of the paper from down to up. Nothing is a mark before it is finished. */
export abstract class Gesture {
  protected readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** A point of the page, and the same on the screen. */
  abstract add(point: Point, x: number, y: number): void;
  /** Once for the points that came together. */
  show(): void {}
  protected abstract done(): void;

  finish(): void {
    this.done();
    this.ground.ink.replaceChildren();
  }

  cancel(): void {
    this.ground.ink.replaceChildren();
  }
}

export function gestureOf(tool: Tool, ground: Ground, target: EventTarget | null): Gesture | undefined {
  switch (tool) {
    case "pen":
      return new Stroke(ground, "INK");
    case "marker": {
      const text = target instanceof HTMLSpanElement ? target.closest<HTMLElement>("[data-text]") : null;
      return text ? new TextMarking(ground, text) : new Stroke(ground, "HIGHLIGHT");
    }
    case "eraser":
      return new Erasing(ground);
    case "note":
      return new NotePlace(ground);
    case "read":
      return undefined;
  }
}

const svg = "http://www.w3.org/2000/svg";
/** Points nearer than this to the one before are not kept, in tenths of a point. */
const nearest = 4;
const mostPoints = 12_000;
const eraserPixels = 8;

class Stroke extends Gesture {
  private readonly kind: "INK" | "HIGHLIGHT";
  private readonly colour: string;
  private readonly width: number;
  private readonly points: Point[] = [];
  private readonly outline: Outline;
  private readonly shown: SVGPathElement[] = [];

  constructor(ground: Ground, kind: "INK" | "HIGHLIGHT") {
    super(ground);
    const { style } = ground.pad.state();
    this.kind = kind;
    this.colour = kind === "INK" ? style.penColour : style.markerColour;
    this.width = kind === "INK" ? style.penWidth : style.markerWidth;
    this.outline = new Outline(this.width);
    ground.ink.setAttribute("class", kind === "INK" ? "" : (ground.ink.dataset.marker ?? ""));
  }

  add(point: Point): void {
    const last = this.points[this.points.length - 1];
    if (this.points.length >= mostPoints) return;
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < nearest) return;
    const kept = this.kind === "INK" ? point : { x: point.x, y: point.y };
    this.points.push(kept);
    this.outline.add(kept);
    if (!last) this.show();
  }

  override show(): void {
    const { pieces } = this.outline;
    for (let at = Math.max(0, this.shown.length - 1); at < pieces.length; at++) {
      const piece = pieces[at];
      if (piece) this.path(at, piece.width).setAttribute("d", piece.d);
    }
  }

  protected done(): void {
    const { pad, page } = this.ground;
    const [first = { x: 0, y: 0 }] = this.points;
    pad.add(this.kind, page, {
      ...anchorOf(this.ground, first),
      colour: this.colour,
      width: this.width,
      points: packPoints(this.points),
    });
  }

  private path(at: number, width: number): SVGPathElement {
    let path = this.shown[at];
    if (!path) {
      path = document.createElementNS(svg, "path");
      path.setAttribute("stroke", this.colour);
      path.setAttribute("stroke-width", String(width));
      this.ground.ink.append(path);
      this.shown[at] = path;
    }
    return path;
  }
}

/** Marks the words between where the pen came down and where it is. */
class TextMarking extends Gesture {
  private readonly text: HTMLElement;
  private readonly range = document.createRange();
  private start: { node: Text; offset: number } | undefined;
  private boxes: Box[] = [];

  constructor(ground: Ground, text: HTMLElement) {
    super(ground);
    this.text = text;
    ground.ink.setAttribute("class", ground.ink.dataset.marker ?? "");
  }

  add(_point: Point, x: number, y: number): void {
    const caret = caretAt(this.text, x, y);
    if (!caret) return;
    this.start ??= caret;
    this.range.setStart(this.start.node, this.start.offset);
    this.range.collapse(true);
    const before = this.range.comparePoint(caret.node, caret.offset) < 0;
    if (before) this.range.setStart(caret.node, caret.offset);
    else this.range.setEnd(caret.node, caret.offset);
  }

  override show(): void {
    this.boxes = boxesOf(this.range, this.ground);
    const { markerColour } = this.ground.pad.state().style;
    this.ground.ink.replaceChildren(
      ...this.boxes.map(box => {
        const rect = document.createElementNS(svg, "rect");
        for (const [name, value] of Object.entries(box)) rect.setAttribute(name, String(value));
        rect.setAttribute("fill", markerColour);
        return rect;
      }),
    );
  }

  protected done(): void {
    this.show();
    if (this.boxes.length > 0) markText(this.ground.pad, this.ground.page, this.boxes, this.text, this.range);
  }
}

/** The lines of a range on the page, in tenths of a point. */
export function boxesOf(range: Range, { sheet, scale }: Pick<Ground, "sheet" | "scale">): Box[] {
  const frame = sheet.getBoundingClientRect();
  const tenth = (value: number) => Math.round((value / scale) * 10);
  return lines(
    [...range.getClientRects()].map(rect => ({
      x: tenth(rect.left - frame.left),
      y: tenth(rect.top - frame.top),
      width: tenth(rect.width),
      height: tenth(rect.height),
    })),
  );
}

export function markText(pad: Pad, page: number, boxes: readonly Box[], text: Node, range: Range): void {
  pad.add("HIGHLIGHT", page, {
    colour: pad.state().style.markerColour,
    quads: boxes.flatMap(box => [box.x, box.y, box.width, box.height]),
    ...quoteOf(text, range),
  });
}

/** Takes away what it touches; all of one gesture comes back with one undo. */
class Erasing extends Gesture {
  private readonly touched = new Map<string, Mark>();

  add(point: Point): void {
    const { pad, page, scale, sheet } = this.ground;
    const radius = (eraserPixels / scale) * 10;
    for (const mark of pad.state().marks) {
      if (mark.page !== page || (mark.kind !== "INK" && mark.kind !== "HIGHLIGHT")) continue;
      if (this.touched.has(mark.markId) || !touches(mark, point, radius)) continue;
      this.touched.set(mark.markId, mark);
      sheet.querySelector(`[data-mark="${mark.markId}"]`)?.setAttribute("visibility", "hidden");
    }
  }

  protected done(): void {
    this.ground.pad.erase([...this.touched.values()]);
  }

  override cancel(): void {
    super.cancel();
    for (const id of this.touched.keys()) {
      this.ground.sheet.querySelector(`[data-mark="${id}"]`)?.removeAttribute("visibility");
    }
  }
}

class NotePlace extends Gesture {
  private at: readonly [number, number] = [0, 0];

  add(point: Point): void {
    this.at = [Math.round(point.x), Math.round(point.y)];
  }

  protected done(): void {
    const [x, y] = this.at;
    this.ground.pad.openNote({ page: this.ground.page, at: this.at, anchor: anchorOf(this.ground, { x, y }) });
  }
}
