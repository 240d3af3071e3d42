import type { Pad, Tool } from "./pad.ts";

const tools: Readonly<Record<string, Tool>> = { p: "pen", h: "marker", e: "eraser" };
/** Where a note made without a pointer lies: the right margin, near the top; tenths of a point. */
const margin = [5_300, 300] as const;

/** The pad's keyboard, while its row of tools is open. True when the key was one of it. */
export function keyOf(
  pad: Pad,
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  page: number,
): boolean {
  const { open, tool } = pad.state();
  const key = event.key.toLowerCase();
  if (!open || event.altKey) return false;
  if (event.ctrlKey || event.metaKey) {
    if (key === "y" || (key === "z" && event.shiftKey)) pad.redo();
    else if (key === "z") pad.undo();
    else return false;
    return true;
  }
  const chosen = tools[key];
  if (chosen) pad.choose(chosen);
  else if (key === "n") pad.openNote({ page, at: margin });
  else if (key === "b") pad.toggleBookmark(page);
  else if (key === "escape" && tool !== "read") pad.choose("read");
  else return false;
  return true;
}
