import { useEffect } from "react";
import { LiveProvider, useLiveState, usePart, useSessionClock } from "../../hall/index.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { useText } from "../../i18n/language.ts";
import { LostMark, Quiet, WallHeader } from "./Frame.tsx";
import { pictureOf, type WallParts } from "./picture.ts";
import { Pictures, Stage } from "./Stage.tsx";

/** The big screen of one session. */
export function BigScreen({ session }: { session: string }) {
  return (
    <LiveProvider session={session} as="screen">
      <Wall />
    </LiveProvider>
  );
}

/** The wall inside of a live connection. */
export function Wall() {
  const t = useText(bigScreen);
  const now = useSessionClock();
  const state = useLiveState();
  const parts = useScreenParts();
  useSelfHelp(state.kind === "ended" ? state.reason : undefined);
  const { session } = parts;
  return (
    <Stage header={<WallHeader session={session} now={now} />}>
      {session ? (
        <Pictures picture={pictureOf(parts)} session={session} now={now} />
      ) : (
        <Quiet title={state.kind === "ended" ? t.ended[state.reason] : t.looking} />
      )}
      {session && (state.kind === "offline" || state.kind === "ended") && <LostMark />}
    </Stage>
  );
}

function useScreenParts(): Partial<WallParts> {
  const given: { [P in keyof WallParts]: WallParts[P] | undefined } = {
    session: usePart("session"),
    agenda: usePart("agenda"),
    now: usePart("now"),
    attendance: usePart("attendance"),
    floor: usePart("floor"),
    voting: usePart("voting"),
    progress: usePart("progress"),
    ballots: usePart("ballots"),
    screen: usePart("screen"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined)) as Partial<WallParts>;
}

const reloadAfterMs = 20_000;

/** Nobody stands at the wall to press a key: what a reload may cure is reloaded. */
function useSelfHelp(ended: string | undefined): void {
  useEffect(() => {
    if (ended === undefined || ended === "signed-out") return;
    const timer = setTimeout(() => location.reload(), reloadAfterMs);
    return () => clearTimeout(timer);
  }, [ended]);
}
