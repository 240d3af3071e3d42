import { asProblem } from "../../core/problem.ts";
import type { OfficeFile, PaperKind, PaperView, Problem, Reach, UploadOffset } from "../../core/schemas.ts";
import type { Begun } from "./begun.ts";
import { isOffice, isOldOffice, readFileName } from "./kind.ts";

/** What the server does with a whole file. */
export type UploadStage = NonNullable<UploadOffset["stage"]>;

export type UploadState =
  | { kind: "waiting" }
  /** `waiting`: the line broke, it goes on by itself. */
  | { kind: "sending"; sentBytes: number; waiting?: boolean }
  /** All bytes are there; the server looks into the file. */
  | { kind: "checking"; stage?: UploadStage }
  | { kind: "done" }
  | { kind: "failed"; problem: Problem };

/** One file on its way to an item; the id stays the same over all tries, so that no paper comes twice. */
export interface Upload {
  readonly paperId: string;
  readonly itemId: string;
  readonly file: File;
  readonly title: string;
  readonly paperKind: PaperKind;
  readonly number: string | undefined;
  /** For whom it is from the first moment; undefined: everyone. */
  readonly reach: Reach | undefined;
  /** Number of the version that it becomes; undefined: a new paper. */
  readonly version: number | undefined;
  readonly state: UploadState;
}

/** Brings one file to the server; resolves when the paper is attached and durable, throws ProblemError. */
export type SendFile = (
  upload: Upload,
  onSent: (bytes: number, waiting?: boolean) => void,
  signal: AbortSignal,
  onStage: (stage: UploadStage) => void,
) => Promise<void>;

/** The way of files to the server. */
export interface Sender {
  send: SendFile;
  /** The server forgets what came of a file that is given up. */
  forget(upload: Upload): void;
}

/** What a new version needs to know of the one before. */
export type Replaceable = Pick<PaperView, "paperId" | "title" | "kind"> & { number?: string; version?: number };

/** What a PDF needs to know of the office file in whose place it comes. */
export type Keepable = Pick<OfficeFile, "paperId" | "itemId" | "version" | "fileName" | "facts" | "reach">;

export interface UploadTotals {
  files: number;
  doneFiles: number;
  bytes: number;
  sentBytes: number;
  failed: number;
  active: boolean;
}

const atOnce = 2;
const magic = "%PDF-";
const state: UploadState = { kind: "waiting" };

/**
 * The files being uploaded to one session: two at a time, but one by one to the same item, so that papers come in the order chosen. Lives
 * as long as the secretary's desk.
 */
export class Uploads {
  private readonly sender: Sender;
  private readonly begun: Begun;
  private readonly listeners = new Set<() => void>();
  private readonly running = new Map<string, AbortController>();
  private all: readonly Upload[] = [];

  constructor(sender: Sender, begun: Begun) {
    this.sender = sender;
    this.begun = begun;
  }

  readonly list = (): readonly Upload[] => this.all;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(itemId: string, files: Iterable<File>, reach?: Reach): void {
    const taken = new Set(this.all.map(upload => upload.paperId));
    this.join(
      Array.from(files, file => {
        const { title, kind, number } = readFileName(file.name);
        const paperId = this.begun.idOf(itemId, file, taken);
        taken.add(paperId);
        return { paperId, itemId, file, title, paperKind: kind, number, reach, version: undefined, state };
      }),
    );
  }

  /** Stops all and keeps what came: who chooses the same files again goes on. */
  pauseAll(): void {
    for (const stop of this.running.values()) stop.abort();
    this.running.clear();
    this.become(this.all.filter(upload => upload.state.kind === "done"));
  }

  /** A new version of a paper. */
  replace(itemId: string, paper: Replaceable, file: File): void {
    const { paperId, title, kind, number } = paper;
    const version = (paper.version ?? 1) + 1;
    this.all = this.all.filter(upload => upload.paperId !== paperId);
    this.join([{ paperId, itemId, file, title, paperKind: kind, number, reach: undefined, version, state }]);
  }

  /** A PDF in the place of an office file that could not be converted. */
  instead(kept: Keepable, file: File): void {
    const { paperId, itemId, facts, reach, version } = kept;
    const { title, kind, number } = facts ?? readFileName(kept.fileName);
    const upload = { paperId, itemId, file, title, paperKind: kind, number, reach, state };
    this.all = this.all.filter(one => one.paperId !== paperId);
    this.join([{ ...upload, version: version === 1 ? undefined : version }]);
  }

  private join(fresh: readonly Upload[]): void {
    // What was finished before belongs to an earlier batch; its papers are in the agenda.
    const kept = this.active() ? this.all : this.all.filter(upload => upload.state.kind !== "done");
    this.become([...kept, ...fresh]);
    this.pump();
  }

  retry(paperId: string): void {
    this.change(paperId, { kind: "waiting" });
    this.pump();
  }

  /** Stops it if it is running, takes it off the list, and has the server forget what came of it. */
  cancel(paperId: string): void {
    const given = this.all.find(upload => upload.paperId === paperId);
    this.running.get(paperId)?.abort();
    if (given && given.state.kind !== "done") {
      this.begun.forget(paperId);
      this.sender.forget(given);
    }
    this.running.delete(paperId);
    this.become(this.all.filter(upload => upload.paperId !== paperId));
    this.pump();
  }

  cancelAll(): void {
    for (const upload of this.all) if (upload.state.kind !== "done") this.cancel(upload.paperId);
  }

  active(): boolean {
    return this.all.some(
      ({ state }) => state.kind === "waiting" || state.kind === "sending" || state.kind === "checking",
    );
  }

  private pump(): void {
    while (this.running.size < atOnce) {
      const taken = new Set(this.all.filter(upload => this.running.has(upload.paperId)).map(upload => upload.itemId));
      const next = this.all.find(({ state, itemId }) => state.kind === "waiting" && !taken.has(itemId));
      if (!next) return;
      void this.run(next);
    }
  }

  private async run(upload: Upload): Promise<void> {
    const { paperId, file } = upload;
    const stop = new AbortController();
    this.running.set(paperId, stop);
    this.change(paperId, { kind: "sending", sentBytes: 0 });
    try {
      const problem = await unfit(file);
      if (problem) throw problem;
      await this.sender.send(
        upload,
        (sentBytes, waiting = false) =>
          this.change(paperId, sentBytes < file.size ? { kind: "sending", sentBytes, waiting } : { kind: "checking" }),
        stop.signal,
        stage => this.change(paperId, { kind: "checking", stage }),
      );
      this.begun.forget(paperId);
      this.change(paperId, { kind: "done" });
    } catch (error) {
      const problem = problemOf(error);
      if (!stop.signal.aborted) {
        if (!worthRetrying(problem)) this.begun.forget(paperId);
        this.change(paperId, { kind: "failed", problem });
      }
    }
    if (this.running.get(paperId) === stop) this.running.delete(paperId);
    this.pump();
  }

  private change(paperId: string, state: UploadState): void {
    this.become(this.all.map(upload => (upload.paperId === paperId ? { ...upload, state } : upload)));
  }

  private become(all: readonly Upload[]): void {
    this.all = all;
    for (const listener of [...this.listeners]) listener();
  }
}

export function totalsOf(all: readonly Upload[]): UploadTotals {
  const counted = all.filter(upload => upload.state.kind !== "failed");
  const sent = (upload: Upload) =>
    upload.state.kind === "sending" ? upload.state.sentBytes : upload.state.kind === "waiting" ? 0 : upload.file.size;
  const doneFiles = counted.filter(upload => upload.state.kind === "done").length;
  return {
    files: counted.length,
    doneFiles,
    bytes: counted.reduce((sum, upload) => sum + upload.file.size, 0),
    sentBytes: counted.reduce((sum, upload) => sum + sent(upload), 0),
    failed: all.length - counted.length,
    active: doneFiles < counted.length,
  };
}

/** Whether the same file may get through on another try. */
export function worthRetrying({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 409 || status === 429 || status >= 500;
}

/** What can be seen without sending 200 MB first; the server has the last word, under the same codes. */
async function unfit(file: File): Promise<Problem | undefined> {
  if (file.size === 0) return early("papers:empty", "Tệp rỗng, không có nội dung.", 422);
  if (isOldOffice(file.name))
    return early("office:old-format", "Tệp Office dạng cũ (doc, xls, ppt) không được nhận.", 415);
  if (isOffice(file.name)) return undefined;
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const text = Array.from(head, byte => String.fromCharCode(byte)).join("");
  return text.includes(magic) ? undefined : early("papers:not-a-pdf", "Tệp không phải là tài liệu PDF.", 415);
}

function early(code: string, title: string, status: number): Problem {
  return { type: `urn:plenum:problem:${code}`, code, title, status };
}

function problemOf(error: unknown): Problem {
  return typeof error === "object" && error !== null && "code" in error && "title" in error
    ? (error as Problem)
    : asProblem(error);
}
