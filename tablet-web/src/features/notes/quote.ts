import type { Box } from "./hits.ts";

/** What stands on a page between two places of its text. */
export interface Quote {
  quote: string;
  before: string;
  after: string;
}

const around = 40;

/** The words of a range, with what stands before and after it in the same text. Lines are joined by a blank. */
export function quoteOf(layer: Node, range: Range): Quote {
  let text = "";
  let [start, end] = [-1, -1];
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof HTMLBRElement) text = gapped(text);
    if (!(node instanceof Text)) continue;
    if (node === range.startContainer) start = text.length + range.startOffset;
    if (node === range.endContainer) end = text.length + range.endOffset;
    text += node.data;
  }
  if (start < 0 || end < start) return { quote: range.toString().trim(), before: "", after: "" };
  return {
    quote: clean(text.slice(start, end)).slice(0, 4_000),
    before: clean(text.slice(Math.max(0, start - around), start)),
    after: clean(text.slice(end, end + around)),
  };
}

function gapped(text: string): string {
  return text.endsWith(" ") || text === "" ? text : `${text} `;
}

function clean(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** One box a line: pieces that stand side by side become one. */
export function lines(rects: readonly Box[]): Box[] {
  const all: Box[] = [];
  for (const rect of rects.filter(one => one.width > 1 && one.height > 1)) {
    const line = all.find(one => sameLine(one, rect));
    if (line) Object.assign(line, union(line, rect));
    else all.push({ ...rect });
  }
  return all;
}

function sameLine(one: Box, other: Box): boolean {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const apart = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  return shared > Math.min(one.height, other.height) / 2 && apart < Math.max(one.height, other.height) * 2;
}

function union(one: Box, other: Box): Box {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { x, y, width: right - x, height: bottom - y };
}

/** Where in the text a point of the screen lies; undefined beside the text. */
export function caretAt(layer: Node, x: number, y: number): { node: Text; offset: number } | undefined {
  const caret = browserCaret(x, y);
  return caret && caret.node instanceof Text && layer.contains(caret.node)
    ? { node: caret.node, offset: Math.min(caret.offset, caret.node.length) }
    : undefined;
}

function browserCaret(x: number, y: number): { node: Node; offset: number } | undefined {
  // Safari knows only the older call.
  if (typeof document.caretPositionFromPoint === "function") {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
