import { seal, unseal } from "./sealed.ts";
import type { StoreDb } from "./store-db.ts";

/** A record with its id in its table. */
export type Row<T> = { id: string; value: T };

const text = new TextEncoder();
const words = new TextDecoder();

/**
 * What a tablet keeps of one person, encrypted: records of named tables. A value is JSON or bytes; an id is text, chosen by the
 * caller, and orders the rows of a table. Values are sealed under the person's key of this device (`Vault`), bound to
 * table and id; **table names and ids are in the clear**: put no titles or names there. A write is on the disk, as far as the
 * browser says so, when its promise resolves; it rejects with `QuotaExceededError` when the device is full. All tabs see
 * the same records.
 */
export class Store {
  private readonly db: StoreDb;
  private readonly key: CryptoKey;

  constructor(db: StoreDb, key: CryptoKey) {
    this.db = db;
    this.key = key;
  }

  put(table: string, id: string, value: unknown): Promise<void> {
    return this.putAll(table, [{ id, value }]);
  }

  /** All of them or none. */
  async putAll(table: string, rows: readonly Row<unknown>[]): Promise<void> {
    const sealed = await Promise.all(
      rows.map(async row => ({ id: row.id, value: await this.seal(table, row.id, asBytes(row.value)) })),
    );
    const tx = this.db.transaction("records", "readwrite", { durability: "strict" });
    await Promise.all([...sealed.map(row => tx.store.put(row.value, [table, row.id])), tx.done]);
  }

  async get<T>(table: string, id: string): Promise<T | undefined> {
    const bytes = await this.getBytes(table, id);
    return bytes && (asValue(bytes) as T);
  }

  /** The rows of a table in the order of their ids; only ids that begin with `prefix`. */
  async each<T>(table: string, prefix = ""): Promise<Row<T>[]> {
    const tx = this.db.transaction("records");
    const range = within(table, prefix);
    const [keys, values] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
    return Promise.all(
      keys.map(async ([, id], index) => {
        const sealed = values[index];
        if (!sealed) throw new Error("a key without a value");
        return { id, value: asValue(await unseal(this.key, `${table}\n${id}`, sealed)) as T };
      }),
    );
  }

  /** Ids only: nothing is decrypted. */
  async ids(table: string, prefix = ""): Promise<string[]> {
    return (await this.db.getAllKeys("records", within(table, prefix))).map(([, id]) => id);
  }

  /** Gone when it resolves; what was not there is no error. */
  remove(table: string, id: string): Promise<void> {
    return this.db.delete("records", [table, id]);
  }

  /** Removes the rows whose ids begin with `prefix`. */
  removeAll(table: string, prefix = ""): Promise<void> {
    return this.db.delete("records", within(table, prefix));
  }

  /** For parts of files: no JSON around the bytes. */
  async putBytes(table: string, id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.db.put("records", await this.seal(table, id, bytes), [table, id]);
  }

  async getBytes(table: string, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const sealed = await this.db.get("records", [table, id]);
    return sealed && unseal(this.key, `${table}\n${id}`, sealed);
  }

  /** Puts a value behind all others of the outbox, on the disk when it resolves. For `Outbox`. */
  async append(value: unknown): Promise<number> {
    const sealed = await seal(this.key, "outbox", asBytes(value));
    const tx = this.db.transaction("outbox", "readwrite", { durability: "strict" });
    const [at] = await Promise.all([tx.store.add(sealed), tx.done]);
    return at;
  }

  /** What waits in the outbox, first in first. */
  async appended<T>(): Promise<{ at: number; value: T }[]> {
    const tx = this.db.transaction("outbox");
    const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return Promise.all(
      values.map(async (sealed, index) => ({
        at: keys[index] ?? 0,
        value: asValue(await unseal(this.key, "outbox", sealed)) as T,
      })),
    );
  }

  async dropAppended(at: readonly number[]): Promise<void> {
    const tx = this.db.transaction("outbox", "readwrite", { durability: "strict" });
    await Promise.all([...at.map(key => tx.store.delete(key)), tx.done]);
  }

  close(): void {
    this.db.close();
  }

  private seal(table: string, id: string, bytes: Uint8Array<ArrayBuffer>) {
    return seal(this.key, `${table}\n${id}`, bytes);
  }
}

/** Arrays sort after texts, so that an empty one ends the table. */
function within(table: string, prefix: string): IDBKeyRange {
  return prefix === ""
    ? IDBKeyRange.bound([table], [table, []])
    : IDBKeyRange.bound([table, prefix], [table, `${prefix}\uffff`]);
}

function asBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return text.encode(JSON.stringify(value));
}

function asValue(bytes: Uint8Array<ArrayBuffer>): unknown {
  return JSON.parse(words.decode(bytes));
}
