/** SHA-256 over the parts, one after the other. */
export async function hash(...parts: readonly (Uint8Array | number[])[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(parts.flatMap(part => [...part]))));
}

/** RFC 6962 section 2.1, written down as it stands there. */
export async function rootOf(leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  const left = below(leaves.length);
  return hash([1], await rootOf(leaves.slice(0, left)), await rootOf(leaves.slice(left)));
}

/** Section 2.1.1. */
export async function pathOf(at: number, leaves: readonly Uint8Array[]): Promise<Uint8Array[]> {
  if (leaves.length === 1) return [];
  const left = below(leaves.length);
  return at < left
    ? [...(await pathOf(at, leaves.slice(0, left))), await rootOf(leaves.slice(left))]
    : [...(await pathOf(at - left, leaves.slice(left))), await rootOf(leaves.slice(0, left))];
}

/** Section 2.1.2. */
export async function proofOf(from: number, leaves: readonly Uint8Array[], known = true): Promise<Uint8Array[]> {
  if (from === leaves.length) return known ? [] : [await rootOf(leaves)];
  const left = below(leaves.length);
  return from <= left
    ? [...(await proofOf(from, leaves.slice(0, left), known)), await rootOf(leaves.slice(left))]
    : [...(await proofOf(from - left, leaves.slice(left), false)), await rootOf(leaves.slice(0, left))];
}

function below(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}
