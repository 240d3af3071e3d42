import { type Sealed, seal, sealKey, unseal, unsealKey } from "./sealed.ts";
import { Store } from "./store.ts";
import { deleteStoreDb, openStoreDb, type StoreDb } from "./store-db.ts";

/** The way in without the server, until a time. */
interface PinLock {
  salt: Uint8Array<ArrayBuffer>;
  /** Under the device's own key: `PinInside`. */
  sealed: Sealed;
  triesLeft: number;
}

/** `key` is the person's key under the PIN. `seen` is the latest time known: a clock set back gives no time. */
type PinInside = { until: number; seen: number; key: Sealed };

export type PinAnswer =
  | { kind: "open"; store: Store }
  | { kind: "wrong"; triesLeft: number }
  /** The window is over, the tries are used up, or there never was a PIN: only a sign-in opens. */
  | { kind: "locked" };

export const pinTries = 5;
const pinRounds = 600_000;
const rows = { device: "device", server: "server", pin: "pin" } as const;

/**
 * Keeps the key of one person's `Store` on this device. The key itself (AES-256) is random and never stored; two locks hold it:
 *
 * - `server`: wrapped under a secret that the server keeps for this person and device and releases to the signed-in person.
 *   Deleting it there makes everything here unreadable for ever, also when the tablet never comes back.
 * - `pin`, optional, for starts without the server: wrapped under a key made from six digits (PBKDF2, 600,000 rounds) inside a
 *   wrapping by a non-extractable key of this browser, with the end of the offline window. Five wrong digits or the end of the
 *   window remove it for good.
 *
 * Honest limits: this protects a lost tablet, not one whose browser is taken over while the store is open. Whoever can copy the
 * browser's profile *and* read its internal key files can try all PINs in a day or two; the window does not bind them. Clearing
 * the browser's data, or an eviction, removes everything; `marks` notices it at the next start.
 */
export class Vault {
  private readonly person: string;
  private readonly db: StoreDb;

  private constructor(person: string, db: StoreDb) {
    this.person = person;
    this.db = db;
  }

  static async of(person: string): Promise<Vault> {
    return new Vault(person, await openStoreDb(person));
  }

  /**
   * Opens with the server's secret (32 bytes). `fresh`: nothing was here, or it was kept under a secret that the server does
   * not have any more; it is gone.
   */
  async openWithSecret(secret: Uint8Array<ArrayBuffer>): Promise<{ store: Store; fresh: boolean }> {
    const by = await wrapping(secret);
    const found = await this.keyUnder(by);
    if (found) return { store: new Store(this.db, found), fresh: false };
    await this.begin(by);
    const key = await this.keyUnder(by);
    if (!key) throw new Error("the lock just written is not there");
    return { store: new Store(this.db, key), fresh: true };
  }

  /** Sets or changes the PIN of six digits; `until` in UTC ms. */
  async setPin(secret: Uint8Array<ArrayBuffer>, pin: string, until: number, now: number): Promise<void> {
    const key = await this.keyUnder(await wrapping(secret), true);
    if (!key) throw new Error("a PIN needs an opened vault");
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const inside = await sealKey(await fromPin(pin, salt), rows.pin, key);
    await this.keepPin(salt, { until, seen: now, key: inside }, pinTries);
  }

  /** Whether a PIN may be asked for at `now`. A window that is over is closed for good. */
  async pinReady(now: number): Promise<boolean> {
    const { lock, inside } = await this.pin(now);
    return lock !== undefined && inside !== undefined;
  }

  /** A contact with the server moves the window's end. Without a PIN nothing happens. */
  async extend(until: number, now: number): Promise<void> {
    const { lock, inside } = await this.pin(now);
    if (lock && inside) await this.keepPin(lock.salt, { ...inside, until, seen: now }, lock.triesLeft);
  }

  /** Opens with the PIN. The try is counted before it is made, so that ending the browser wins none. */
  async openWithPin(pin: string, now: number): Promise<PinAnswer> {
    const { lock, inside } = await this.pin(now);
    if (!lock || !inside) return { kind: "locked" };
    const triesLeft = lock.triesLeft - 1;
    await this.db.put("locks", { ...lock, triesLeft }, rows.pin);
    const key = await unsealKey(await fromPin(pin, lock.salt), rows.pin, inside.key).catch(() => undefined);
    if (key) {
      await this.keepPin(lock.salt, { ...inside, seen: Math.max(inside.seen, now) }, pinTries);
      return { kind: "open", store: new Store(this.db, key) };
    }
    if (triesLeft > 0) return { kind: "wrong", triesLeft };
    await this.closePin();
    return { kind: "locked" };
  }

  /** From now on only a sign-in opens; what is kept stays. */
  closePin(): Promise<void> {
    return this.db.delete("locks", rows.pin);
  }

  /** Unreadable at once, then deleted. */
  async wipe(): Promise<void> {
    await this.empty();
    this.db.close();
    await deleteStoreDb(this.person);
  }

  close(): void {
    this.db.close();
  }

  /** A new key in an emptied database; of two tabs at the same time the first makes it. */
  private async begin(by: CryptoKey): Promise<void> {
    const unusable = await this.serverLock();
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
    const made = await sealKey(by, rows.server, key);
    const tx = this.db.transaction(["locks", "records", "outbox"], "readwrite", { durability: "strict" });
    const there = (await tx.objectStore("locks").get(rows.server)) as Sealed | undefined;
    if (String(there?.iv) === String(unusable?.iv)) {
      for (const name of ["locks", "records", "outbox"] as const) await tx.objectStore(name).clear();
      await tx.objectStore("locks").put(made, rows.server);
    }
    await tx.done;
  }

  private async empty(): Promise<void> {
    const tx = this.db.transaction(["locks", "records", "outbox"], "readwrite", { durability: "strict" });
    const all = (["locks", "records", "outbox"] as const).map(name => tx.objectStore(name).clear());
    await Promise.all([...all, tx.done]);
  }

  private async keyUnder(by: CryptoKey, extractable = false): Promise<CryptoKey | undefined> {
    const sealed = await this.serverLock();
    return sealed && unsealKey(by, rows.server, sealed, extractable).catch(() => undefined);
  }

  private async serverLock(): Promise<Sealed | undefined> {
    return (await this.db.get("locks", rows.server)) as Sealed | undefined;
  }

  private async pin(now: number): Promise<{ lock?: PinLock; inside?: PinInside }> {
    const lock = (await this.db.get("locks", rows.pin)) as PinLock | undefined;
    if (!lock) return {};
    const inside = await this.insideOf(lock).catch(() => undefined);
    if (inside && lock.triesLeft > 0 && Math.max(now, inside.seen) < inside.until) return { lock, inside };
    await this.closePin();
    return {};
  }

  private async insideOf(lock: PinLock): Promise<PinInside> {
    const bytes = await unseal(await this.deviceKey(), rows.pin, lock.sealed);
    const { until, seen, iv, data } = JSON.parse(new TextDecoder().decode(bytes));
    return { until, seen, key: { iv: new Uint8Array(iv), data: new Uint8Array(data).buffer } };
  }

  private async keepPin(salt: Uint8Array<ArrayBuffer>, inside: PinInside, triesLeft: number): Promise<void> {
    const { until, seen, key } = inside;
    const plain = { until, seen, iv: [...key.iv], data: [...new Uint8Array(key.data)] };
    const bytes = new TextEncoder().encode(JSON.stringify(plain));
    const sealed = await seal(await this.deviceKey(), rows.pin, bytes);
    await this.db.put("locks", { salt, sealed, triesLeft } satisfies PinLock, rows.pin);
  }

  /** Made at first need; the browser keeps it and never gives out its bytes. */
  private async deviceKey(): Promise<CryptoKey> {
    const kept = (await this.db.get("locks", rows.device)) as CryptoKey | undefined;
    if (kept) return kept;
    const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    await this.db.put("locks", made, rows.device);
    return made;
  }
}

function wrapping(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", secret, "AES-GCM", false, ["wrapKey", "unwrapKey"]);
}

async function fromPin(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const digits = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: pinRounds };
  return crypto.subtle.deriveKey(how, digits, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}
