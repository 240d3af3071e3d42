import { newId } from "../../core/ids.ts";
import type { Mark, MarkData, MarkKind, SharedMark, Sharing } from "../../core/schemas.ts";
import type { NewMark, NoteBook } from "./book.ts";
import { placed } from "./moving.ts";
import { type Style, storedStyle, storeStyle } from "./style.ts";

/** What a touch of the paper does. */
export type Tool = "read" | "pen" | "marker" | "eraser" | "note";

/** A note that is open: a new one has no mark yet; `foreign` is whose it is when it is another person's. */
export type OpenNote = {
  page: number;
  at: readonly [number, number];
  mark?: Mark;
  foreign?: string;
  anchor?: Partial<MarkData>;
};

export interface PadState {
  marks: readonly Mark[];
  /** Made on another version of the paper. */
  stray: readonly Mark[];
  others: readonly SharedMark[];
  tool: Tool;
  style: Style;
  /** The row of tools is on screen. */
  open: boolean;
  hidden: boolean;
  /** A pen was seen on this device: fingers scroll. */
  pen: boolean;
  note: OpenNote | undefined;
  canUndo: boolean;
  canRedo: boolean;
  unkept: boolean;
}

type Step = readonly { before: Mark | undefined; after: Mark }[];

const mostSteps = 200;

/** One paper being written on: its marks, the tool in the hand, and what can be undone. */
export class Pad {
  readonly book: NoteBook;
  readonly paper: Readonly<{ paperId: string; sha256: string }>;
  private readonly listeners = new Set<() => void>();
  private readonly leaveBook: () => void;
  private done: Step[] = [];
  private undone: Step[] = [];
  private now: PadState;

  constructor(book: NoteBook, paper: { paperId: string; sha256: string }) {
    this.book = book;
    this.paper = paper;
    this.now = {
      ...this.fromBook(),
      tool: "read",
      style: storedStyle(),
      open: false,
      hidden: false,
      pen: false,
      note: undefined,
      canUndo: false,
      canRedo: false,
    };
    this.leaveBook = book.subscribe(() => this.become(this.fromBook()));
  }

  readonly state = (): PadState => this.now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Tells when marks of another version have come. */
  onStray(listener: () => void): () => void {
    let known = new Set(this.now.stray);
    return this.subscribe(() => {
      const { stray } = this.now;
      const fresh = stray.some(mark => !known.has(mark));
      known = new Set(stray);
      if (fresh) listener();
    });
  }

  close(): void {
    this.leaveBook();
  }

  /** Shows or puts away the row of tools; it comes with the pen in the hand. */
  toggle(): void {
    this.become(this.now.open ? { open: false, tool: "read" } : { open: true, tool: "pen", hidden: false });
  }

  choose(tool: Tool): void {
    const next = tool === this.now.tool ? "read" : tool;
    this.become({ tool: next, open: true, ...(next === "read" ? {} : { hidden: false }) });
  }

  /** A pen on the paper writes, whatever was chosen; fingers scroll from then on. */
  penSeen(): Tool {
    const tool = this.now.tool === "read" ? "pen" : this.now.tool;
    if (!this.now.pen || tool !== this.now.tool) this.become({ pen: true, open: true, hidden: false, tool });
    return tool;
  }

  restyle(style: Partial<Style>): void {
    const next = { ...this.now.style, ...style };
    storeStyle(next);
    this.become({ style: next });
  }

  hide(hidden: boolean): void {
    this.become({ hidden, ...(hidden ? { tool: "read" as const } : {}) });
  }

  openNote(note: OpenNote | undefined): void {
    this.become({ note });
  }

  /** Makes a mark on a page; one step of undo. */
  add(kind: MarkKind, page: number, data: MarkData): void {
    this.step([{ markId: newId(), kind, ...this.paper, page, deleted: false, data }]);
  }

  /** `mark` as it was before the eyes while it was changed. */
  change(mark: Mark, data: MarkData): void {
    this.step([{ ...mark, data }], [mark]);
  }

  /** The same marks with the words they hang on; no step of undo. */
  anchor(marks: readonly Mark[]): void {
    if (marks.length > 0) this.book.write(marks);
  }

  /** Lets others see marks, or nobody any more; one step of undo. */
  share(marks: readonly Mark[], sharing: Sharing | undefined): void {
    if (marks.length > 0)
      this.step(marks.map(({ sharing: _before, ...rest }) => (sharing ? { ...rest, sharing } : rest)));
  }

  /** Puts a mark of another version on a page of this one. */
  place(mark: Mark, page: number, words: (quote: string) => string): void {
    this.step([placed(mark, this.paper.sha256, page, words)]);
  }

  /** Erases all of them in one step. */
  erase(marks: readonly Mark[]): void {
    if (marks.length > 0) this.step(marks.map(erased));
  }

  bookmarkOn(page: number): Mark | undefined {
    return this.now.marks.find(mark => mark.kind === "BOOKMARK" && mark.page === page);
  }

  toggleBookmark(page: number): void {
    const mark = this.bookmarkOn(page);
    if (mark) this.erase([mark]);
    else this.add("BOOKMARK", page, {});
  }

  undo(): void {
    const step = this.done.pop();
    if (!step) return;
    this.undone.push(step);
    this.book.write(
      step.map(({ before, after }) => before ?? erased(after)),
      step.map(({ after }) => after),
    );
    this.counted();
  }

  redo(): void {
    const step = this.undone.pop();
    if (!step) return;
    this.done.push(step);
    this.book.write(
      step.map(({ after }) => after),
      step.map(({ before }) => before),
    );
    this.counted();
  }

  private step(changes: readonly NewMark[], from?: readonly Mark[]): void {
    const before = changes.map(change => this.book.find(change.markId));
    const after = this.book.write(changes, from);
    this.done.push(after.map((mark, index) => ({ before: before[index], after: mark })));
    if (this.done.length > mostSteps) this.done.shift();
    this.undone = [];
    this.counted();
  }

  private counted(): void {
    this.become({ canUndo: this.done.length > 0, canRedo: this.undone.length > 0 });
  }

  private fromBook(): Pick<PadState, "marks" | "stray" | "others" | "unkept"> {
    const { paperId, sha256 } = this.paper;
    const own = this.book.all().filter(mark => mark.paperId === paperId);
    return {
      marks: own.filter(mark => mark.sha256 === sha256),
      stray: own.filter(mark => mark.sha256 !== sha256),
      others: this.book.sharedByOthers().filter(({ mark }) => mark.paperId === paperId && mark.sha256 === sha256),
      unkept: this.book.unkept() !== undefined,
    };
  }

  private become(change: Partial<PadState>): void {
    this.now = { ...this.now, ...change };
    for (const listener of [...this.listeners]) listener();
  }
}

function erased({ data: _data, sharing: _sharing, ...rest }: NewMark): NewMark {
  return { ...rest, deleted: true };
}
