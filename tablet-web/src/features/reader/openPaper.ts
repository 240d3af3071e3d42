import { type PDFDocumentProxy, pdfLibrary } from "./pdfjs.ts";
import { type PaperSource, type Ranges, wholeBytes } from "./ranges.ts";

export interface OpenedPaper {
  document: PDFDocumentProxy;
  ranges: Ranges;
  close(): void;
}

/** Opens a paper; bytes and library come at the same time. `onProgress` is told of every chunk and of every failure. */
export async function openPaper(source: PaperSource, ranges: Ranges): Promise<OpenedPaper> {
  const small = source.bytes <= wholeBytes;
  const first = ranges.read(0, small ? source.bytes : Math.min(source.bytes, 65_536));
  const [{ pdfjs, worker }, initial] = await Promise.all([pdfLibrary(), first]);
  const settings = {
    worker,
    isEvalSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: 0,
    cMapUrl: "/pdfjs/cmaps/",
    standardFontDataUrl: "/pdfjs/standard_fonts/",
    wasmUrl: "/pdfjs/wasm/",
  };
  let task: ReturnType<typeof pdfjs.getDocument>;
  if (small) {
    task = pdfjs.getDocument({ ...settings, data: initial });
  } else {
    const transport = new pdfjs.PDFDataRangeTransport(source.bytes, initial);
    transport.requestDataRange = (begin, end) =>
      void ranges.deliver(begin, end, chunk => transport.onDataRange(begin, chunk));
    task = pdfjs.getDocument({ ...settings, range: transport, rangeChunkSize: 131_072 });
  }
  const document = await task.promise;
  return {
    document,
    ranges,
    close: () => {
      ranges.stop();
      void task.destroy();
    },
  };
}
