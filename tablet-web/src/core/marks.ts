/** Whose stores are on this device, and where that is remembered: beside the database, so that its eviction is noticed. */
export interface StoreMark {
  personId: string;
  name: string;
  /** UTC ms. */
  since: number;
}

const deviceKey = "plenum.device";
const marksKey = "plenum.stores";
type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Browsers give keys to secure pages only (https, or this machine itself). */
export function keysPossible(): boolean {
  return typeof crypto !== "undefined" && crypto.subtle !== undefined && typeof indexedDB !== "undefined";
}

/** This browser's own name for the server: 128 random bits, made once. Whoever knows it can only learn that it was revoked. */
export function deviceId(memory: Memory): string {
  const kept = memory.getItem(deviceKey);
  if (kept && /^[0-9a-f]{32}$/.test(kept)) return kept;
  const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  memory.setItem(deviceKey, made);
  return made;
}

/** A revoked browser becomes a new one. */
export function forgetDeviceId(memory: Memory): void {
  memory.removeItem(deviceKey);
}

/** The people who have a store here, the newest first. */
export function storeMarks(memory: Memory): StoreMark[] {
  try {
    const kept: unknown = JSON.parse(memory.getItem(marksKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isMark) : [];
  } catch {
    return [];
  }
}

export function markStore(memory: Memory, mark: StoreMark): void {
  const others = storeMarks(memory).filter(one => one.personId !== mark.personId);
  memory.setItem(marksKey, JSON.stringify([mark, ...others]));
}

export function unmarkStore(memory: Memory, personId: string): void {
  const others = storeMarks(memory).filter(one => one.personId !== personId);
  if (others.length > 0) memory.setItem(marksKey, JSON.stringify(others));
  else memory.removeItem(marksKey);
}

function isMark(value: unknown): value is StoreMark {
  const mark = value as Partial<StoreMark> | null;
  return typeof mark?.personId === "string" && typeof mark.name === "string" && typeof mark.since === "number";
}
