export type { NotesDoor } from "./notes.ts";
export { pdfLibrary } from "./pdfjs.ts";
export { openAt, Reader } from "./Reader.tsx";
export type { PaperSource } from "./ranges.ts";
