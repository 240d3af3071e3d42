import { useEffect, useRef } from "react";
import { keysPossible } from "../../../core/marks.ts";
import type { OwnSecret, PollView } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { useBooths } from "../../booths.tsx";
import { useMe, usePart } from "../../live.tsx";
import { useUnsentWarning } from "../../useUnsentWarning.ts";
import { BoothDialog } from "./BoothDialog.tsx";
import { useBooth, useShown } from "./useBooth.ts";

/** Takes part in each secret electronic poll of this person, whatever else is on screen. */
export default function BoothKeeper() {
  const polls = usePart("ballots")?.polls ?? [];
  const own = useMe()?.secret ?? [];
  if (!keysPossible()) return null;
  return own.map(one => {
    const poll = polls.find(({ pollId }) => pollId === one.pollId);
    return poll?.electronic && <Kept key={one.pollId} poll={poll} own={one} />;
  });
}

/** The ballot comes up by itself once the box is open, and when the board does not have it as it was cast. */
function Kept({ poll, own }: { poll: PollView; own: OwnSecret }) {
  const t = useText(secret);
  const booth = useBooth(poll, own);
  const booths = useBooths();
  const { state } = useShown(booth);
  const { pollId } = poll;
  const put = booths?.put;
  const show = booths?.show;
  useEffect(() => {
    put?.(pollId, booth);
    return () => put?.(pollId, undefined);
  }, [put, pollId, booth]);
  const wrong = state.kind === "checked" && state.own !== "found";
  const calls = state.kind === "choosing" || state.kind === "conflict" || wrong ? state.kind : undefined;
  const called = useRef<string>(undefined);
  useEffect(() => {
    if (calls && called.current !== calls) show?.(pollId);
    called.current = calls;
  }, [calls, show, pollId]);
  useUnsentWarning(state.kind === "sending");
  return (
    <>
      <p className="visually-hidden" aria-live="assertive">
        {state.kind === "choosing" && t.own.choosing}
      </p>
      {booth && booths?.shown === pollId && <BoothDialog booth={booth} onClose={() => booths.show(undefined)} />}
    </>
  );
}
