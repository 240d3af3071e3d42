import { type PDFDocumentProxy, pdfLibrary } from "./pdfjs.ts";
import { type PaperSource, type Ranges, wholeBytes } from "./ranges.ts";

/** Ranges are asked for in whole pieces of this many bytes. */
const chunkBytes = 131_072;

export interface OpenedPaper {
  document: PDFDocumentProxy;
  ranges: Ranges;
  close(): void;
}

/** Opens a paper; bytes and library come at the same time. */
export async function openPaper(source: PaperSource, ranges: Ranges): Promise<OpenedPaper> {
  const small = source.bytes <= wholeBytes;
  const first = ranges.read(0, small ? source.bytes : chunkBytes);
  // The cross-reference table stands at the end: pdf.js will ask for it next.
  const tail = small ? undefined : ranges.tail(chunkBytes, first);
  tail?.catch(() => undefined); // pdf.js asks again through `deliver`, which tells
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
    const total = ranges.total;
    const tailAt = Math.floor((total - 1) / chunkBytes) * chunkBytes;
    const transport = new pdfjs.PDFDataRangeTransport(total, initial);
    transport.requestDataRange = (begin, end) => {
      const give = (chunk: Uint8Array<ArrayBuffer>) => transport.onDataRange(begin, chunk);
      const ask = () => void ranges.deliver(begin, end, give);
      if (begin === tailAt && end === total) tail?.then(last => give(last.slice(tailAt - total)), ask);
      else ask();
    };
    task = pdfjs.getDocument({ ...settings, range: transport, rangeChunkSize: chunkBytes });
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
