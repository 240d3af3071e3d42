import type { Mark, NoteChanges, SharedMark } from "../../core/schemas.ts";

/** Where a notebook of marks keeps things and whom it talks to. */
export interface NotePlaces {
  session: string;
  person: string;
  /** Records on this tablet; they survive a restart. */
  shelf: {
    each<T>(table: string, prefix?: string): Promise<{ id: string; value: T }[]>;
    putAll(table: string, rows: readonly { id: string; value: unknown }[]): Promise<void>;
    get<T>(table: string, id: string): Promise<T | undefined>;
  };
  /** Brings a change to the server some time, once, in order. On the disk when it resolves. */
  queue(mark: Mark): Promise<unknown>;
  changes(since: number): Promise<NoteChanges>;
  shared(): Promise<readonly SharedMark[]>;
  now(): number;
}

export const notesTable = "notes";
export const sinceTable = "notes-since";
export const othersTable = "notes-others";
