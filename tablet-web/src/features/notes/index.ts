export { keyOf } from "./keys.ts";
export { NoteBar } from "./NoteBar.tsx";
export { type OpenNotes, openNotes } from "./open.ts";
export { PageNotes } from "./PageNotes.tsx";
export { Pad } from "./pad.ts";
export { bringOver } from "./versions.ts";
