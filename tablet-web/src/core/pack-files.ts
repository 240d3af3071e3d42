import type { Store } from "./store.ts";

/** Papers are fetched and kept in pieces of this many bytes: two seconds of a line of 300 kbit/s, which is what a cut loses at most. */
export const pieceBytes = 65_536;

/** What a kept file is: `tag` is the ETag of the copy that was fetched, `total` its bytes. */
export interface FileFacts {
  tag: string;
  total: number;
}

const tables = { file: "file", piece: "part", paper: "paper", text: "text" } as const;

/**
 * The files of the packs on this device, by the SHA-256 of their papers, in pieces. A file may be partly there. Several
 * papers may have the same file; it goes when the last of them goes.
 */
export class PackFiles {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  facts(sha256: string): Promise<FileFacts | undefined> {
    return this.store.get<FileFacts>(tables.file, sha256);
  }

  /** Numbers of the pieces that are there, ascending. */
  async pieces(sha256: string): Promise<number[]> {
    return (await this.store.ids(tables.piece, `${sha256}/`)).map(id => Number(id.slice(sha256.length + 1)));
  }

  piece(sha256: string, index: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.store.getBytes(tables.piece, pieceId(sha256, index));
  }

  keep(sha256: string, index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    return this.store.putBytes(tables.piece, pieceId(sha256, index), bytes);
  }

  /** Whether every piece is there. */
  async whole(sha256: string): Promise<boolean> {
    const facts = await this.facts(sha256);
    return facts !== undefined && (await this.pieces(sha256)).length === pieceCount(facts.total);
  }

  /** The words of its pages, if they have been read before. */
  text(sha256: string): Promise<string[] | undefined> {
    return this.store.get<string[]>(tables.text, sha256);
  }

  keepText(sha256: string, pages: readonly string[]): Promise<void> {
    return this.store.put(tables.text, sha256, pages);
  }

  /** Begins a file, or begins it anew when the server has another copy of it now. */
  async begin(sha256: string, facts: FileFacts): Promise<void> {
    await this.store.removeAll(tables.piece, `${sha256}/`);
    await this.store.remove(tables.text, sha256);
    await this.store.put(tables.file, sha256, facts);
  }

  /** About how much there is on this device, of all sessions. */
  async bytes(): Promise<number> {
    return (await this.store.ids(tables.piece)).length * pieceBytes;
  }

  /** Says that a paper of a session wants this file. */
  refer(session: string, paperId: string, sha256: string): Promise<void> {
    return this.store.put(tables.paper, `${session}/${paperId}`, sha256);
  }

  /** Papers of a session and their files. */
  async references(session: string): Promise<Map<string, string>> {
    const rows = await this.store.each<string>(tables.paper, `${session}/`);
    return new Map(rows.map(row => [row.id.slice(session.length + 1), row.value]));
  }

  /** A paper is gone, or has another file now; a file that nobody wants goes with it. */
  async release(session: string, paperId: string, sha256: string): Promise<void> {
    const id = `${session}/${paperId}`;
    if ((await this.store.get<string>(tables.paper, id)) === sha256) await this.store.remove(tables.paper, id);
    const others = await this.store.each<string>(tables.paper);
    if (others.some(row => row.value === sha256)) return;
    await this.store.removeAll(tables.piece, `${sha256}/`);
    await this.store.remove(tables.text, sha256);
    await this.store.remove(tables.file, sha256);
  }
}

/** How many pieces a file of that length has. */
export function pieceCount(total: number): number {
  return Math.ceil(total / pieceBytes);
}

function pieceId(sha256: string, index: number): string {
  return `${sha256}/${String(index).padStart(6, "0")}`;
}
