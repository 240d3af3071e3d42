import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Sealed } from "./sealed.ts";

interface Shape extends DBSchema {
  records: { key: [table: string, id: string]; value: Sealed };
  /** In the order of queueing. */
  outbox: { key: number; value: Sealed };
  locks: { key: string; value: unknown };
}

export type StoreDb = IDBPDatabase<Shape>;

/** The database of one person on this device. Another tab that deletes it is not held up. */
export async function openStoreDb(person: string): Promise<StoreDb> {
  const db = await openDB<Shape>(nameOf(person), 1, {
    upgrade: fresh => {
      fresh.createObjectStore("records");
      fresh.createObjectStore("outbox", { autoIncrement: true });
      fresh.createObjectStore("locks");
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });
  return db;
}

export function deleteStoreDb(person: string): Promise<void> {
  return deleteDB(nameOf(person));
}

function nameOf(person: string): string {
  return `plenum-${person}`;
}
