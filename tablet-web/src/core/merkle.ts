/** Leaf of a line in the tree of RFC 6962: SHA-256 over a byte 0 and the line. */
export async function leafOf(line: string): Promise<Uint8Array> {
  const text = new TextEncoder().encode(line);
  const leaf = new Uint8Array(text.length + 1);
  leaf.set(text, 1);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", leaf));
}

/** Whether the leaf is the one with this number, counted from 0, in a tree of `size` leaves (RFC 9162 section 2.1.3.2). */
export async function included(
  at: number,
  leaf: Uint8Array,
  size: number,
  root: Uint8Array,
  path: readonly Uint8Array[],
): Promise<boolean> {
  if (at < 0 || at >= size) return false;
  let own = at;
  let last = size - 1;
  let hash = leaf;
  for (const next of path) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      hash = await node(next, hash);
      while (own % 2 === 0 && own !== 0) {
        own = Math.floor(own / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = await node(hash, next);
    }
    own = Math.floor(own / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && same(hash, root);
}

/** Whether a tree of `size` leaves begins with the known one of `from` leaves, 1 <= from < size (RFC 9162 section 2.1.4.2). */
export async function consistent(
  from: number,
  known: Uint8Array,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  const isPower = 2 ** Math.round(Math.log2(from)) === from;
  const [start, ...path] = isPower ? [known, ...proof] : proof;
  if (!start) return from === size && same(known, root);
  let first = from - 1;
  let second = size - 1;
  while (first % 2 === 1) {
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  let before = start;
  let now = start;
  for (const next of path) {
    if (second === 0) return false;
    if (first % 2 === 1 || first === second) {
      before = await node(next, before);
      now = await node(next, now);
      while (first % 2 === 0 && first !== 0) {
        first = Math.floor(first / 2);
        second = Math.floor(second / 2);
      }
    } else {
      now = await node(now, next);
    }
    first = Math.floor(first / 2);
    second = Math.floor(second / 2);
  }
  return second === 0 && same(before, known) && same(now, root);
}

async function node(left: Uint8Array, right: Uint8Array): Promise<Uint8Array> {
  const all = new Uint8Array(1 + left.length + right.length);
  all[0] = 1;
  all.set(left, 1);
  all.set(right, 1 + left.length);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", all));
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
