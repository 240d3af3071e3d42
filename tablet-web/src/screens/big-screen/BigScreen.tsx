import { useEffect, useState } from "react";
import type { SessionView } from "../../core/schemas.ts";
import { LiveProvider, useLiveState, usePart, useSessionClock } from "../../hall/index.ts";
import { bigScreen } from "../../i18n/big-screen.ts";
import { useText } from "../../i18n/language.ts";
import { LostMark, Quiet, WallHeader } from "./Frame.tsx";
import { onAir, pictureOf, type WallParts } from "./picture.ts";
import { Pictures, Stage } from "./Stage.tsx";
import { Conference, Sound, SoundButton, useFlowing } from "./StageScene.tsx";

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
  const [silent, setSilent] = useState(false);
  const on = onAir(parts);
  return (
    <Stage
      header={<WallHeader session={session} now={now} />}
      tools={on && <SoundButton silent={silent} onSilent={setSilent} />}
    >
      {session ? (
        <Conference session={session.sessionId} on={on}>
          <HallAndStage parts={parts} session={session} on={on} silent={silent} />
        </Conference>
      ) : (
        <Quiet title={state.kind === "ended" ? t.ended[state.reason] : t.looking} />
      )}
      {session && (state.kind === "offline" || state.kind === "ended") && <LostMark />}
    </Stage>
  );
}

/** What the hall does, or what is on air as long as it can be seen. */
function HallAndStage({
  parts,
  session,
  on,
  silent,
}: {
  parts: Partial<WallParts>;
  session: SessionView;
  on: boolean;
  silent: boolean;
}) {
  const now = useSessionClock();
  const flows = useFlowing();
  const picture = pictureOf(parts, flows);
  return (
    <>
      <Pictures picture={picture} session={session} now={now} />
      {on && <Sound silent={silent} shown={picture?.scene === "STAGE"} />}
    </>
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
    room: usePart("room"),
    stage: usePart("stage"),
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
