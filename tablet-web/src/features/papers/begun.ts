import { newId } from "../../core/ids.ts";

type Known = Record<string, { id: string; at: number }>;

/** As long as the server keeps what was begun. */
const keptMs = 24 * 3_600_000;
const name = "plenum.uploads";

/**
 * Ids of files whose upload was begun and is neither finished nor given up: who chooses the same file again, after a tab was closed or fell,
 * goes on where it was. What is stored of a file is a fingerprint of its name, size and date.
 */
export class Begun {
  private readonly scope: string;
  private readonly storage: Storage | undefined;

  /** @param scope the session, and the unit if files are a unit's */
  constructor(scope: string, storage: Storage | undefined) {
    this.scope = scope;
    this.storage = storage;
  }

  /** @param taken ids that are on the list already */
  idOf(itemId: string, file: File, taken: ReadonlySet<string>): string {
    const key = fingerprint(`${this.scope} ${itemId}`, file);
    const known = this.read();
    const before = known[key];
    if (before && !taken.has(before.id)) return before.id;
    const id = newId();
    this.write({ ...known, [key]: { id, at: Date.now() } });
    return id;
  }

  forget(id: string): void {
    const known = this.read();
    this.write(Object.fromEntries(Object.entries(known).filter(([, one]) => one.id !== id)));
  }

  private read(): Known {
    try {
      const known = JSON.parse(this.storage?.getItem(name) ?? "{}") as Known;
      const since = Date.now() - keptMs;
      return Object.fromEntries(Object.entries(known).filter(([, one]) => one.at > since));
    } catch {
      return {};
    }
  }

  private write(known: Known): void {
    try {
      this.storage?.setItem(name, JSON.stringify(known));
    } catch {
      // A full or forbidden storage: files begin anew after a fall, as before.
    }
  }
}

/** Of the browser, where it lets us. */
export function storageHere(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** The same for the same file as far as a page can tell; 16 hexadecimal digits. */
export function fingerprint(scope: string, { name: called, size, lastModified }: File): string {
  const text = JSON.stringify([scope, called, size, lastModified]);
  return [0x811c9dc5, 0x01000193].map(seed => fnv(text, seed).toString(16).padStart(8, "0")).join("");
}

/** FNV-1a of 32 bits over UTF-16 units. */
function fnv(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
