import { clientProblem, ProblemError } from "../../core/problem.ts";
import type { PaperPages } from "../../core/schemas.ts";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import type { PagesDoor } from "./side.ts";

type Heading = PaperPages["outline"][number];
type Node = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

const width = 160;
/** A part of the paper that is not on this device would be waited for without end. */
const patienceMs = 5_000;
const outOfReach = ["client:network", "client:not-kept"];

/** What the server has made of the pages; while it is out of reach, made here from the paper that is open. */
export function orOwnPages(door: PagesDoor, document: PDFDocumentProxy): PagesDoor {
  const own = ownPages(document);
  let away = false;
  const or = async <T>(asked: () => Promise<T>, made: () => Promise<T>): Promise<T> => {
    if (away) return made();
    try {
      return await asked();
    } catch (error) {
      if (!(error instanceof ProblemError && outOfReach.includes(error.problem.code))) throw error;
      away = true;
      return made();
    }
  };
  return {
    pages: () => or(door.pages, own.pages),
    thumbnail: page =>
      or(
        () => door.thumbnail(page),
        () => own.thumbnail(page),
      ),
  };
}

function ownPages(document: PDFDocumentProxy): PagesDoor {
  return {
    pages: () =>
      within(async () => {
        const first = (await document.getPage(1)).getViewport({ scale: 1 });
        const size = { width: first.width, height: first.height };
        const outline: Heading[] = [];
        await read(document, await document.getOutline(), 1, outline);
        // Like the first one: the frame of a picture need not be more exact before the picture is there.
        return { ready: true, bytes: 0, text: true, pages: Array(document.numPages).fill(size), outline };
      }),
    thumbnail: number => within(() => draw(document, number)),
  };
}

async function read(document: PDFDocumentProxy, nodes: readonly Node[] | null, level: number, into: Heading[]) {
  for (const node of nodes ?? []) {
    const page = await pageOf(document, node.dest);
    into.push({ title: node.title, level, ...(page ? { page } : {}) });
    await read(document, node.items as Node[], level + 1, into);
  }
}

/** Undefined: it leads nowhere in this paper. */
async function pageOf(document: PDFDocumentProxy, dest: Node["dest"]): Promise<number | undefined> {
  try {
    const place = typeof dest === "string" ? await document.getDestination(dest) : dest;
    const [target] = place ?? [];
    if (typeof target === "number") return target + 1;
    return target ? (await document.getPageIndex(target)) + 1 : undefined;
  } catch {
    return undefined;
  }
}

async function draw(document: PDFDocumentProxy, number: number): Promise<string | undefined> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
  const canvas = globalThis.document.createElement("canvas");
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const picture = await new Promise<Blob | null>(made => canvas.toBlob(made, "image/jpeg", 0.8));
  canvas.width = 0;
  return picture ? URL.createObjectURL(picture) : undefined;
}

function within<T>(make: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new ProblemError(clientProblem("client:network"))), patienceMs);
    make()
      .then(resolve, reject)
      .finally(() => clearTimeout(late));
  });
}
