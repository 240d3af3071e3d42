import type { Bytes } from "./bytes.ts";
import { castUntilAnswered, type Pause } from "./casting.ts";
import type { BoothState, Stretch } from "./course.ts";
import type { CastBallot } from "./envelope.ts";
import { readBallot } from "./poll.ts";

/** While ballots are cast: waits for the choice, then sends it until the box has answered or `signal` says that it is too late. */
export async function send(at: Stretch, signal: AbortSignal, pause: Pause): Promise<"done" | "again"> {
  const { poll, course, kept, wallet, show } = at;
  if (kept?.stage !== "marked") {
    show(kept?.stage === "ticket" && course.phase === "CAST" ? { kind: "choosing", poll } : rest(at));
    return "done";
  }
  const answer = await sent(at, kept.cast, signal, pause);
  const written = readBallot(kept.cast.ballot);
  switch (answer?.kind) {
    case "recorded":
      await wallet.keep(poll.hash, { stage: "recorded", cast: kept.cast, receipt: answer.receipt });
      show({ kind: "recorded", poll, written });
      return "done";
    case "already-cast":
      show({ kind: "conflict", poll, written });
      return "done";
    case "refused":
      show({ kind: "refused", poll, written });
      return "done";
    default:
      show(rest(at));
      return answer && course.phase === "CAST" ? "again" : "done";
  }
}

async function sent({ poll, outside, show }: Stretch, cast: CastBallot, signal: AbortSignal, pause: Pause) {
  const written = readBallot(cast.ballot);
  let away = 0;
  const say = () => show({ kind: "sending", poll, written, away });
  const relay = async (request: Bytes) => {
    const reply = await outside.send(request).catch(() => undefined);
    away = reply ? 0 : away + 1;
    if (!signal.aborted) say();
    return reply;
  };
  say();
  const late = aborted(signal);
  return castUntilAnswered(poll, cast, relay, signal, atMost => Promise.race([pause(atMost), late]));
}

/** Nothing is to be done here before the poll goes on. */
export function rest({ poll, course, kept }: Stretch): BoothState {
  switch (kept?.stage) {
    case "marked":
      return { kind: "unanswered", poll, written: readBallot(kept.cast.ballot) };
    case "recorded":
      return { kind: "recorded", poll, written: readBallot(kept.cast.ballot) };
    case undefined:
      return { kind: course.own?.taken ? "elsewhere" : "none" };
    default:
      return { kind: "missed", poll };
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(done =>
    signal.aborted ? done() : signal.addEventListener("abort", () => done(), { once: true }),
  );
}
