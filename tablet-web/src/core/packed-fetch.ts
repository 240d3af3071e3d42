import { type FileFacts, type PackFiles, pieceBytes } from "./pack-files.ts";

type Fetch = (request: Request) => Promise<Response>;
const keptPieces = 6;

/**
 * `fetch` for one paper that answers from the pack what is there of its content, as the server would (ranges of RFC 9110, the
 * same ETag), and asks the network for the rest, and for whatever is not the content.
 */
export function packedFetch(files: PackFiles, sha256: string, network: Fetch): Fetch {
  const recent = new Map<number, Promise<Uint8Array<ArrayBuffer> | undefined>>();
  const piece = (index: number) => {
    const known = recent.get(index) ?? files.piece(sha256, index);
    recent.delete(index);
    recent.set(index, known);
    const oldest = recent.keys().next().value;
    if (recent.size > keptPieces && oldest !== undefined) recent.delete(oldest);
    return known;
  };
  return async request => {
    if (!new URL(request.url).pathname.endsWith("/content")) return network(request);
    const facts = await files.facts(sha256);
    const range = facts && wanted(request, facts);
    if (!facts || !range) return network(request);
    const bytes = await gather(piece, range.begin, range.end, facts.total);
    return bytes ? answer(bytes, range, facts) : network(request);
  };
}

type Span = { begin: number; end: number; whole: boolean };

/** Undefined: not for us to answer. */
function wanted(request: Request, { tag, total }: FileFacts): Span | undefined {
  const header = request.headers.get("range");
  const only = request.headers.get("if-range");
  if (header === null) return { begin: 0, end: total, whole: true };
  const found = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!found || (only !== null && only !== tag)) return undefined;
  const [first, last] = [found[1] ?? "", found[2] ?? ""];
  if (first === "") return { begin: Math.max(0, total - Number(last)), end: total, whole: false };
  const end = Math.min(total, last === "" ? total : Number(last) + 1);
  return Number(first) < end ? { begin: Number(first), end, whole: false } : undefined;
}

async function gather(
  piece: (index: number) => Promise<Uint8Array<ArrayBuffer> | undefined>,
  begin: number,
  end: number,
  total: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const all = new Uint8Array(end - begin);
  for (let index = Math.floor(begin / pieceBytes); index * pieceBytes < end; index++) {
    const bytes = await piece(index);
    const at = index * pieceBytes;
    if (bytes?.byteLength !== Math.min(pieceBytes, total - at)) return undefined;
    all.set(bytes.subarray(Math.max(0, begin - at), end - at), Math.max(0, at - begin));
  }
  return all;
}

function answer(bytes: Uint8Array<ArrayBuffer>, { begin, end, whole }: Span, { tag, total }: FileFacts): Response {
  const headers: Record<string, string> = { "content-type": "application/pdf", etag: tag };
  if (!whole) headers["content-range"] = `bytes ${begin}-${end - 1}/${total}`;
  return new Response(bytes, { status: whole ? 200 : 206, headers });
}
