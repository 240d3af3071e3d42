import type * as Pdfjs from "pdfjs-dist";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
export type Library = { pdfjs: typeof Pdfjs; worker: Pdfjs.PDFWorker };

let library: Promise<Library> | undefined;

/** pdf.js and one warm worker, fetched once and shared by all papers. Call early; 500 kB come over the network. */
export function pdfLibrary(): Promise<Library> {
  library ??= import("pdfjs-dist/legacy/build/pdf.mjs").then(
    pdfjs => {
      pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
      return { pdfjs, worker: pdfjs.PDFWorker.create({ verbosity: 0 }) };
    },
    error => {
      library = undefined;
      throw error;
    },
  );
  return library;
}
