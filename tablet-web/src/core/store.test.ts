import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "./store.ts";
import { deleteStoreDb, openStoreDb } from "./store-db.ts";
import { pinTries, Vault } from "./vault.ts";

const person = "p1";
const secret = new Uint8Array(32).fill(7);
const otherSecret = new Uint8Array(32).fill(8);
const hour = 3_600_000;

async function opened(by = secret) {
  const vault = await Vault.of(person);
  return { vault, ...(await vault.openWithSecret(by)) };
}

/** The key under which a store seals. */
const keyOf = (store: Store) => (store as unknown as { key: CryptoKey }).key;

beforeEach(() => deleteStoreDb(person));

describe("a tablet's store", () => {
  it("gives back what was put, also after a restart", async () => {
    const first = await opened();
    await first.store.put("notes", "n1", { text: "Điều 3: hỏi lại" });
    await first.store.putBytes("chunks", "a/000", new Uint8Array([1, 2, 3]));
    first.vault.close();
    const { store, fresh, vault } = await opened();
    expect(fresh).toBe(false);
    expect(await store.get("notes", "n1")).toEqual({ text: "Điều 3: hỏi lại" });
    expect(await store.getBytes("chunks", "a/000")).toEqual(new Uint8Array([1, 2, 3]));
    expect(await store.get("notes", "n2")).toBeUndefined();
    vault.close();
  });

  it("lists a table in the order of its ids, by prefix, and nothing of its neighbours", async () => {
    const { store, vault } = await opened();
    await store.putAll("notes", [
      { id: "b/2", value: 2 },
      { id: "a/1", value: 1 },
      { id: "b/1", value: 3 },
    ]);
    await store.put("note", "b/0", 0);
    await store.put("notes2", "b/3", 0);
    expect((await store.each("notes")).map(row => row.id)).toEqual(["a/1", "b/1", "b/2"]);
    expect(await store.each("notes", "b/")).toEqual([
      { id: "b/1", value: 3 },
      { id: "b/2", value: 2 },
    ]);
    await store.removeAll("notes", "b/");
    await store.remove("notes", "a/1");
    expect(await store.ids("notes")).toEqual([]);
    expect(await store.ids("note")).toEqual(["b/0"]);
    vault.close();
  });

  it("has no plain word on the disk", async () => {
    const { store, vault } = await opened();
    await store.put("notes", "n1", { text: "mật khẩu của ghi chú" });
    await store.append({ text: "mật khẩu của hàng đợi" });
    vault.close();
    const db = await openStoreDb(person);
    const all = [...(await db.getAll("records")), ...(await db.getAll("outbox"))];
    expect(all).toHaveLength(2);
    for (const { data } of all) expect(new TextDecoder().decode(data)).not.toContain("mật khẩu");
    db.close();
  });

  it("opens a record only in the place where it was put", async () => {
    const { store, vault } = await opened();
    await store.put("notes", "mine", { ok: true });
    const db = await openStoreDb(person);
    const sealed = await db.get("records", ["notes", "mine"]);
    if (!sealed) throw new Error("not there");
    await db.put("records", sealed, ["notes", "another"]);
    await expect(store.get("notes", "another")).rejects.toThrow();
    expect(await store.get("notes", "mine")).toEqual({ ok: true });
    db.close();
    vault.close();
  });
});

describe("the vault", () => {
  it("starts anew when the server has another secret: what was kept is unreadable for ever", async () => {
    const first = await opened();
    await first.store.put("notes", "n1", 1);
    first.vault.close();
    const { store, fresh, vault } = await opened(otherSecret);
    expect(fresh).toBe(true);
    expect(await store.ids("notes")).toEqual([]);
    vault.close();
  });

  it("has one key when two tabs make it at the same time", async () => {
    const [one, two] = await Promise.all([opened(), opened()]);
    await one.store.put("notes", "n1", 1);
    expect(await two.store.get("notes", "n1")).toBe(1);
    one.vault.close();
    two.vault.close();
  });

  it("opens with the PIN while the window lasts, and not a moment longer", async () => {
    const { store, vault } = await opened();
    await store.put("notes", "n1", 1);
    await vault.setPin(secret, "482913", 10 * hour, hour);
    const early = await vault.openWithPin("482913", 2 * hour);
    expect(early.kind === "open" && (await early.store.get("notes", "n1"))).toBe(1);
    await vault.extend(20 * hour, 3 * hour);
    expect(await vault.pinReady(20 * hour - 1)).toBe(true);
    expect(await vault.openWithPin("482913", 20 * hour)).toEqual({ kind: "locked" });
    expect(await vault.pinReady(4 * hour)).toBe(false);
    expect((await vault.openWithSecret(secret)).fresh).toBe(false);
    vault.close();
  });

  it("gives no time for a clock that is set back", async () => {
    const { vault } = await opened();
    await vault.setPin(secret, "482913", 10 * hour, hour);
    expect((await vault.openWithPin("482913", 10 * hour - 1)).kind).toBe("open");
    await vault.extend(10 * hour, 11 * hour);
    expect(await vault.pinReady(hour)).toBe(false);
    vault.close();
  });

  it("counts a wrong PIN before it looks, and locks after five, whatever is restarted between", async () => {
    const { vault } = await opened();
    await vault.setPin(secret, "482913", 10 * hour, 0);
    vault.close();
    for (let left = pinTries - 1; left > 0; left--) {
      const again = await Vault.of(person);
      expect(await again.openWithPin("000000", hour)).toEqual({ kind: "wrong", triesLeft: left });
      again.close();
    }
    const last = await Vault.of(person);
    expect(await last.openWithPin("000000", hour)).toEqual({ kind: "locked" });
    expect(await last.openWithPin("482913", hour)).toEqual({ kind: "locked" });
    expect((await last.openWithSecret(secret)).fresh).toBe(false);
    last.close();
  });

  it("has its tries back after the right PIN", async () => {
    const { vault } = await opened();
    await vault.setPin(secret, "482913", 10 * hour, 0);
    await vault.openWithPin("000000", 1);
    expect((await vault.openWithPin("482913", 2)).kind).toBe("open");
    expect(await vault.openWithPin("000000", 3)).toEqual({ kind: "wrong", triesLeft: pinTries - 1 });
    vault.close();
  });

  it("never gives out the bytes of a key: not of the store's, not of the device's", async () => {
    const { store, vault } = await opened();
    await vault.setPin(secret, "482913", 10 * hour, 0);
    const byPin = await vault.openWithPin("482913", 1);
    if (byPin.kind !== "open") throw new Error("not open");
    const db = await openStoreDb(person);
    const device = (await db.get("locks", "device")) as CryptoKey;
    for (const key of [keyOf(store), keyOf(byPin.store), device]) {
      expect(key).toBeInstanceOf(CryptoKey);
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
    }
    db.close();
    vault.close();
  });

  it("leaves nothing when wiped, also while another tab has it open", async () => {
    const { store, vault } = await opened();
    const other = await Vault.of(person);
    await store.put("notes", "n1", 1);
    await vault.setPin(secret, "482913", 10 * hour, 0);
    await other.wipe();
    const db = await openStoreDb(person);
    expect(await db.getAllKeys("records")).toEqual([]);
    expect(await db.getAllKeys("locks")).toEqual([]);
    db.close();
    await expect(store.get("notes", "n1")).rejects.toThrow();
    vault.close();
  });
});
