import { clientProblem, isProblem, ProblemError } from "../../core/problem.ts";
import type { Problem, UploadOffset } from "../../core/schemas.ts";
import { fingerprint } from "./begun.ts";
import { isOffice } from "./kind.ts";
import type { Sender, SendFile, Upload, UploadStage } from "./uploads.ts";

type Tokens = { token(): Promise<string>; refresh(): Promise<string> };
type Answer = { status: number; text: string };
type Ask = {
  method: "GET" | "PUT" | "DELETE";
  address: string;
  body?: Blob;
  type?: string;
  onSent?: (bytes: number) => void;
  signal: AbortSignal;
};

/** Smaller files go in one request. */
const inPiecesFrom = 256_000;
const octets = "application/octet-stream";
const lookMs = 1_000;
const pauses = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000];

/** Where the files of a session go. */
export interface Addresses {
  /** Pieces of a file with this id. */
  pieces(id: string): string;
  /** The whole file, or what was made of its pieces; has a query. */
  whole(upload: Upload): string;
}

/** Files that become papers of a session. */
export function paperSender(session: string, tokens: Tokens, waits: readonly number[] = pauses): Sender {
  const path = `/api/sessions/${encodeURIComponent(session)}`;
  const addresses: Addresses = {
    pieces: id => `${path}/uploads/${encodeURIComponent(id)}`,
    whole: upload => addressOf(session, upload),
  };
  return senderTo(addresses, tokens, waits);
}

/**
 * Uploads by XMLHttpRequest, the only way of a browser to tell how many bytes have gone; an expired token is renewed once. A larger file
 * goes on at its last byte when the line breaks.
 */
export function senderTo(addresses: Addresses, tokens: Tokens, waits: readonly number[] = pauses): Sender {
  const send: SendFile = async (upload, onSent, signal, onStage) => {
    const { file } = upload;
    const address = addresses.whole(upload);
    if (file.size < inPiecesFrom && !isOffice(file.name)) {
      await asked(tokens, { method: "PUT", address, body: file, type: "application/pdf", onSent, signal });
      return;
    }
    const id = piecesOf(upload);
    await inPieces(addresses.pieces(id), file, tokens, onSent, waits, signal);
    const finish = { method: "PUT", address: `${address}&upload=${id}`, body: new Blob() } as const;
    const finished = asked(tokens, { ...finish, type: isOffice(file.name) ? octets : "application/pdf", signal });
    const over = isOffice(file.name) ? watched(addresses.pieces(id), tokens, signal, onStage) : undefined;
    await finished.finally(over);
  };
  const forget = (upload: Upload) => {
    if (upload.file.size < inPiecesFrom && !isOffice(upload.file.name)) return;
    const ask = { method: "DELETE", address: addresses.pieces(piecesOf(upload)), signal: new AbortController().signal };
    void asked(tokens, ask as Ask).catch(() => undefined); // the server forgets it after a day by itself
  };
  return { send, forget };
}

/** Another file for the same paper never goes on where this one was. */
function piecesOf({ paperId, version, file }: Upload): string {
  const sum = fingerprint("", file);
  return version === undefined ? `${paperId}-${sum}` : `${paperId}-${version}-${sum}`;
}

/** Asks what is done with the file until it is called. */
function watched(path: string, tokens: Tokens, signal: AbortSignal, onStage: (stage: UploadStage) => void): () => void {
  let over = false;
  const timer = setInterval(() => void look(), lookMs);
  const look = async () => {
    const answer = await asked(tokens, { method: "GET", address: path, signal }).catch(() => "{}");
    const { stage } = JSON.parse(answer) as Partial<UploadOffset>;
    if (stage && !over) onStage(stage);
  };
  return () => {
    over = true;
    clearInterval(timer);
  };
}

/** Tries as long as it gets on: only a line that stays dead through all pauses is a failure. */
async function inPieces(
  path: string,
  file: File,
  tokens: Tokens,
  onSent: (bytes: number, waiting?: boolean) => void,
  waits: readonly number[],
  signal: AbortSignal,
): Promise<void> {
  let there = -1;
  for (let tries = 0; ; tries++) {
    try {
      const answer = await asked(tokens, { method: "GET", address: path, signal });
      const { bytes, mostBytes } = JSON.parse(answer) as UploadOffset;
      if (file.size > mostBytes) throw new ProblemError(tooLarge);
      if (bytes > there) tries = 0;
      there = bytes;
      onSent(there);
      if (there >= file.size) return;
      const told = (sent: number) => onSent(Math.min(there + sent, file.size));
      const piece = { body: file.slice(there), type: octets, onSent: told, signal };
      await asked(tokens, { method: "PUT", address: `${path}?offset=${there}`, ...piece });
      return;
    } catch (error) {
      const pause = waits[tries];
      if (pause === undefined || !passing(error)) throw error;
      onSent(Math.max(0, there), true);
      await rest(pause, signal);
    }
  }
}

/** Said before 200 MB have gone; the server says the same. */
const tooLarge: Problem = {
  type: "urn:plenum:problem:papers:too-large",
  code: "papers:too-large",
  title: "Tệp quá lớn.",
  status: 413,
};

/** A dead line, a server that restarts, or one that still waits for the bytes of the broken request. */
function passing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const { status, code } = error.problem;
  return status === 0 || status >= 500 || status === 429 || code === "papers:other-offset";
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(cancelled());
    });
  });
}

/** The text of a good answer; throws ProblemError. */
async function asked(tokens: Tokens, ask: Ask): Promise<string> {
  const first = await send(ask, await tokens.token());
  const answer = first.status === 401 ? await send(ask, await tokens.refresh()) : first;
  if (answer.status >= 200 && answer.status < 300) return answer.text;
  throw new ProblemError(problemIn(answer.text) ?? clientProblem("client:unreadable", answer.status));
}

function send({ method, address, body, type, onSent, signal }: Ask, token: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("authorization", `Bearer ${token}`);
    if (type) request.setRequestHeader("content-type", type);
    if (body && onSent) {
      request.upload.onprogress = event => onSent(Math.min(event.loaded, body.size));
      request.upload.onload = () => onSent(body.size);
    }
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new ProblemError(clientProblem("client:network")));
    request.onabort = () => reject(cancelled());
    signal.addEventListener("abort", () => request.abort(), { once: true });
    if (signal.aborted) reject(cancelled());
    else request.send(body);
  });
}

function cancelled(): DOMException {
  return new DOMException("cancelled", "AbortError");
}

/** Of a paper, or of its next version. */
function addressOf(session: string, upload: Upload): string {
  const { paperId, itemId, title, paperKind, number, reach, version, file } = upload;
  const fileName = file.name.normalize("NFC").slice(-255);
  const paper = `/api/sessions/${encodeURIComponent(session)}/papers/${encodeURIComponent(paperId)}`;
  if (version !== undefined) return `${paper}/versions/${version}?${new URLSearchParams({ fileName })}`;
  const query = new URLSearchParams({ itemId, title, kind: paperKind, fileName });
  if (number) query.set("number", number);
  if (reach) query.set("reach", JSON.stringify(reach));
  return `${paper}?${query}`;
}

function problemIn(text: string) {
  try {
    const json: unknown = JSON.parse(text);
    return isProblem(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
