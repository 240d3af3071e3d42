/** What only a page with something to keep needs; loaded when there is. */
export { Outbox } from "./outbox.ts";
export { deleteStoreDb } from "./store-db.ts";
export { Vault } from "./vault.ts";
