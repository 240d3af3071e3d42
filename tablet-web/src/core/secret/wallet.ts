import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import type { Bytes } from "./bytes.ts";
import type { CastBallot } from "./envelope.ts";
import type { Asked, Ticket } from "./ticket.ts";

/**
 * How far this device is in one poll. Each stage is on the disk before anything of it is sent, so a tablet that dies goes on
 * where it was; once marked, the one-time key is gone and no other ballot can be made.
 */
export type Kept =
  | { stage: "asked"; asked: Asked }
  | { stage: "ticket"; ticket: Ticket }
  | { stage: "marked"; cast: CastBallot }
  | { stage: "recorded"; cast: CastBallot; receipt: Bytes };

const order: readonly Kept["stage"][] = ["asked", "ticket", "marked", "recorded"];

interface Shape extends DBSchema {
  polls: { key: string; value: Kept };
}

/** The secret ballots of one person on this device, by the hash of the poll's definition. They never leave it but sealed. */
export class Wallet {
  private readonly db: IDBPDatabase<Shape>;
  private readonly name: string;

  private constructor(db: IDBPDatabase<Shape>, name: string) {
    this.db = db;
    this.name = name;
  }

  static async of(person: string): Promise<Wallet> {
    const name = `plenum-secret-${person}`;
    const db = await openDB<Shape>(name, 1, {
      upgrade: fresh => {
        fresh.createObjectStore("polls");
      },
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    });
    return new Wallet(db, name);
  }

  get(poll: string): Promise<Kept | undefined> {
    return this.db.get("polls", poll);
  }

  /** Goes one stage on, or stays: what was kept before, in this tab or another, stands. Returns what is kept now. */
  async keep(poll: string, next: Kept): Promise<Kept> {
    const turn = this.db.transaction("polls", "readwrite", { durability: "strict" });
    const before = await turn.store.get(poll);
    const stands = before !== undefined && order.indexOf(before.stage) >= order.indexOf(next.stage);
    if (!stands) await turn.store.put(next, poll);
    await turn.done;
    return stands ? before : next;
  }

  /** After the check: nothing on this device says any more how its owner voted. */
  async wipe(poll: string): Promise<void> {
    await this.db.delete("polls", poll);
  }

  close(): void {
    this.db.close();
  }

  async destroy(): Promise<void> {
    this.close();
    await deleteDB(this.name);
  }
}
