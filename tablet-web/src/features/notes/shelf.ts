import { Store } from "../../core/store.ts";
import { openStoreDb } from "../../core/store-db.ts";

const keyRow = "device";

/** The person's own records on this device, sealed under a key that this browser keeps and never gives out. */
export async function openShelf(person: string): Promise<Store> {
  const db = await openStoreDb(`notes-${person}`);
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const tx = db.transaction("locks", "readwrite");
  let key = (await tx.store.get(keyRow)) as CryptoKey | undefined;
  if (!key) {
    key = fresh;
    await tx.store.put(key, keyRow);
  }
  await tx.done;
  return new Store(db, key);
}
