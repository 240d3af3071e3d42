import { lazy } from "react";
import { pdfLibrary } from "./pdfjs.ts";

export type { NotesDoor } from "./notes.ts";
export { type Places, placesIn } from "./place.ts";
export type { PaperSource } from "./ranges.ts";

const code = () => import("./Reader.tsx");

/** A paper on screen. Its code comes with the first one, or before by `fetchReader`. */
export const Reader = lazy(() => code().then(module => ({ default: module.Reader })));

/** One page of a paper as a picture, for screens on which nobody turns pages. */
export const PaperPage = lazy(() => import("./PaperPage.tsx").then(module => ({ default: module.PaperPage })));

/** Brings the reader and pdf.js while nobody waits for them. */
export async function fetchReader(): Promise<void> {
  await Promise.all([code(), pdfLibrary()]);
}
