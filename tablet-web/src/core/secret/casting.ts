import type { Bytes } from "./bytes.ts";
import { type Answer, type CastBallot, open, seal } from "./envelope.ts";
import type { Poll } from "./poll.ts";

/** Brings one envelope to the relay: the reply's bytes, or undefined when none came. */
export type Send = (request: Bytes) => Promise<Bytes | undefined>;
export type Pause = (atMost: number) => Promise<void>;

const first = 3_000;
const longest = 8_000;
/** A relay that says nothing for so long is away; its batches take three seconds at most. */
const patience = 15_000;

/**
 * Sends the ballot until the box has said something of it, sealed anew each time, after a random wait of up to three seconds:
 * nobody on the way learns who was quick. Ends with undefined only when `signal` is aborted; the ballot stays in the wallet.
 */
export async function castUntilAnswered(
  poll: Poll,
  cast: CastBallot,
  send: Send,
  signal: AbortSignal,
  pause: Pause = randomPause,
): Promise<Exclude<Answer, { kind: "unreadable" }> | undefined> {
  for (let wait = first; !signal.aborted; wait = Math.min(longest, wait * 1.5)) {
    await pause(wait);
    const sealed = await seal(poll, cast);
    const reply = await send(sealed.request).catch(() => undefined);
    const answer = reply && (await open(poll, cast, sealed, reply));
    if (answer && answer.kind !== "unreadable") return answer;
  }
  return undefined;
}

/** Up to so long, drawn by lot. */
export async function randomPause(atMost: number): Promise<void> {
  const part = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
  await new Promise(done => setTimeout(done, part * atMost));
}

/** Over the network, to the relay's own address: no cookie, no referrer, nothing that names the sender. */
export function relayAt(url: string): Send {
  return async request => {
    const answer = await fetch(new URL("/cast", url), {
      method: "POST",
      body: request,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
      headers: { "Content-Type": "text/plain" },
    });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
  };
}
