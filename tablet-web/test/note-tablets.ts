import type { Mark, NoteChanges, SharedMark } from "../src/core/schemas.ts";
import { NoteBook } from "../src/features/notes/book.ts";
import { Pad } from "../src/features/notes/pad.ts";
import type { NotePlaces } from "../src/features/notes/places.ts";
import { together } from "../src/features/notes/states.ts";

/** A server in memory that keeps the latest state of each mark. */
export class Desk {
  private readonly marks = new Map<string, { seq: number; mark: Mark }>();
  private seq = 0;
  /** What others let the person see. */
  shared: readonly SharedMark[] = [];

  take(mark: Mark): void {
    const known = this.marks.get(mark.markId)?.mark;
    const now = known ? together(known, mark) : mark;
    if (now !== known) this.marks.set(mark.markId, { seq: ++this.seq, mark: now });
  }

  changes(since: number): NoteChanges {
    const news = [...this.marks.values()].filter(one => one.seq > since).sort((a, b) => a.seq - b.seq);
    return { marks: news.map(one => one.mark), last: this.seq, more: false };
  }
}

/** A tablet whose post waits until it is told to send. */
export async function tablet(desk: Desk, now: () => number) {
  const records = new Map<string, unknown>();
  const post: Mark[] = [];
  const places: NotePlaces = {
    session: "s",
    person: "p",
    shelf: {
      each: async <T>(table: string, prefix = "") =>
        [...records]
          .filter(([key]) => key.startsWith(`${table} ${prefix}`))
          .map(([key, value]) => ({ id: key.slice(table.length + 1), value: value as T })),
      putAll: async (table, rows) => {
        for (const row of rows) records.set(`${table} ${row.id}`, structuredClone(row.value));
      },
      get: async <T>(table: string, id: string) => records.get(`${table} ${id}`) as T | undefined,
    },
    queue: async mark => post.push(mark),
    changes: async since => desk.changes(since),
    shared: async () => desk.shared,
    now,
  };
  const book = await NoteBook.open(places);
  return {
    book,
    pad: new Pad(book, { paperId: "a", sha256: "0".repeat(64) }),
    send: async (most: number) => {
      await book.settled();
      for (const mark of post.splice(0, most)) desk.take(mark);
    },
    again: () => NoteBook.open(places),
  };
}
