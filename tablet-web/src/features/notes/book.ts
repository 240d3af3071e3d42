import { newId } from "../../core/ids.ts";
import type { Mark, SharedMark } from "../../core/schemas.ts";
import { Hlc } from "./hlc.ts";
import { type NotePlaces, notesTable, othersTable, sinceTable } from "./places.ts";
import { seenWith, sharingOf, together } from "./states.ts";

/** A mark as it is made; the book adds its time and what it was made from. */
export type NewMark = Omit<Mark, "hlc" | "seen" | "sharedAt">;

/** All that one person has written in one session, on this tablet: in memory, on the disk, and on its way to the server. */
export class NoteBook {
  readonly places: NotePlaces;
  private readonly marks = new Map<string, Mark>();
  private readonly clock: Hlc;
  private readonly listeners = new Set<() => void>();
  private work: Promise<unknown> = Promise.resolve();
  private others: readonly SharedMark[] = [];
  private snapshot: readonly Mark[] = [];
  private failed: unknown;

  private constructor(places: NotePlaces) {
    this.places = places;
    this.clock = new Hlc(newId().slice(0, 8), places.now);
  }

  static async open(places: NotePlaces): Promise<NoteBook> {
    const book = new NoteBook(places);
    for (const { value } of await places.shelf.each<Mark>(notesTable, `${places.session}/`)) book.take(value);
    book.others = (await places.shelf.get<SharedMark[]>(othersTable, places.session)) ?? [];
    book.changed();
    return book;
  }

  /** What is there now, in the order of making. Stable until something changes. */
  readonly all = (): readonly Mark[] => this.snapshot;

  readonly sharedByOthers = (): readonly SharedMark[] => this.others;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  find(markId: string): Mark | undefined {
    return this.marks.get(markId);
  }

  /** The tablet could not keep something (its disk is full); it is still on screen and on its way. */
  readonly unkept = (): unknown => this.failed;

  /**
   * Shown at once; kept and queued behind. `from`: the states that were before the eyes when it was written, where these are not the
   * ones that are here now.
   */
  write(changes: readonly NewMark[], from: readonly (Mark | undefined)[] = []): Mark[] {
    const stamped = changes.map((change, at) => this.stamped(change, from[at]));
    for (const mark of stamped) this.take(mark);
    this.changed();
    this.keep(stamped);
    return stamped;
  }

  /** From the server, or from another tab: of each mark the later state stays. */
  async merge(marks: readonly Mark[]): Promise<void> {
    const news = marks.filter(mark => this.take(mark));
    if (news.length === 0) return;
    this.changed();
    await this.places.shelf.putAll(notesTable, this.rows(news));
  }

  /** Fetches what other tablets of this person wrote, and what others share. Rejects without a network. */
  async pull(): Promise<void> {
    const { shelf, session } = this.places;
    let since = (await shelf.get<number>(sinceTable, session)) ?? 0;
    for (;;) {
      const page = await this.places.changes(since);
      await this.merge(page.marks);
      since = page.last;
      await shelf.putAll(sinceTable, [{ id: session, value: since }]);
      if (!page.more) break;
    }
    this.others = await this.places.shared();
    this.tell();
    await shelf.putAll(othersTable, [{ id: session, value: this.others }]);
  }

  /** Resolves when everything written so far is on the disk. */
  async settled(): Promise<void> {
    await this.work;
  }

  private keep(marks: readonly Mark[]): void {
    this.work = this.work
      .then(() => this.places.shelf.putAll(notesTable, this.rows(marks)))
      .catch(error => {
        this.failed = error;
        this.tell();
      })
      .then(async () => {
        for (const mark of marks) await this.places.queue(mark);
      })
      .catch(error => {
        this.failed = error;
        this.tell();
      });
  }

  private rows(marks: readonly Mark[]): { id: string; value: Mark }[] {
    return marks.map(({ markId }) => ({
      id: `${this.places.session}/${markId}`,
      value: this.marks.get(markId) as Mark,
    }));
  }

  private stamped(change: NewMark, seen: Mark | undefined): Mark {
    const hlc = this.clock.next();
    const known = this.marks.get(change.markId);
    const from = seen ?? known;
    if (!from) return { ...change, hlc };
    const { sharing: _sharing, ...rest } = change;
    return { ...rest, hlc, seen: seenWith(from, hlc), ...sharingOf(change, from, known ?? from, hlc) };
  }

  private take(mark: Mark): boolean {
    this.clock.heard(mark.hlc);
    const known = this.marks.get(mark.markId);
    const now = known ? together(known, mark) : mark;
    if (now === known) return false;
    this.marks.set(mark.markId, now);
    return true;
  }

  private changed(): void {
    this.snapshot = [...this.marks.values()].filter(mark => !mark.deleted);
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
