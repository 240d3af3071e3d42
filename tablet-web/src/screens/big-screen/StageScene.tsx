import { type ReactNode, useEffect, useState } from "react";
import type { Want } from "../../core/media.ts";
import type { SessionView } from "../../core/schemas.ts";
import { CallProvider, DevicesProvider, useCall, useCallState } from "../../hall/room/call.tsx";
import { slotsFor } from "../../hall/stage/slots.ts";
import { useLasting } from "../../hall/stage/useLasting.ts";
import { useNudge } from "../../hall/stage/useScene.ts";
import { Voices } from "../../hall/stage/Voices.tsx";
import { Watched } from "../../hall/stage/Watched.tsx";
import { bigScreen } from "../../i18n/big-screen.ts";
import { bindWords } from "../../i18n/bindWords.ts";
import { useText } from "../../i18n/language.ts";
import { watch } from "../../i18n/watch.ts";
import { Icon, IconButton } from "../../ui/index.ts";
import { fadeMs } from "./fade.ts";
import type { Picture } from "./picture.ts";
import styles from "./StageScene.module.css";

/** The connection over which the wall sees and hears the conference while something of it is on air. */
export function Conference({ session, on, children }: { session: string; on: boolean; children: ReactNode }) {
  return (
    <DevicesProvider>
      <CallProvider session={session} videoSlots={slotsFor(innerWidth, innerHeight)} watch on={on}>
        {children}
      </CallProvider>
    </DevicesProvider>
  );
}

/** What the director shows everybody, over the whole wall. */
export function StageScene({
  picture,
  session,
}: {
  picture: Extract<Picture, { scene: "STAGE" }>;
  session: SessionView;
}) {
  const t = useText(bigScreen).item;
  const { room, item } = picture;
  return (
    <main className={styles.scene}>
      <div className={styles.pictures}>
        <Watched session={session.sessionId} room={room} />
      </div>
      {item && (
        <p className={styles.item} lang="vi">
          <span>{t.number(item.number)}</span> <b>{bindWords(item.title)}</b>
        </p>
      )}
    </main>
  );
}

/** So long, in ms, a picture that has stopped is better than none. */
const patienceMs = 10_000;

/** Whether there is something to see of the conference; without it the wall goes on with the hall. */
export function useFlowing(): boolean {
  const { kind } = useCallState();
  const gone = useLasting(kind === "reconnecting", patienceMs);
  return kind === "live" || (kind === "reconnecting" && !gone);
}

/** Nobody stands at the wall to try again. */
const againMs = 5_000;

const nothing: Want = { selected: [], heights: {}, defaultHeight: 0, lastN: 0, downlinkBps: 0 };

/** Voices of the conference over every picture of the wall; pictures only while they are shown. */
export function Sound({ silent, shown }: { silent: boolean; shown: boolean }) {
  const t = useText(watch);
  const call = useCall();
  const { kind } = useCallState();
  const [blocked, setBlocked] = useState(false);
  useNudge();
  useEffect(() => {
    if (shown) return;
    const timer = setTimeout(() => call.want(nothing), 2 * fadeMs);
    return () => clearTimeout(timer);
  }, [call, shown]);
  useEffect(() => {
    if (kind !== "ended") return;
    const timer = setTimeout(() => {
      call.stop();
      call.start();
    }, againMs);
    return () => clearTimeout(timer);
  }, [call, kind]);
  const broken = kind === "reconnecting";
  return (
    <>
      <Voices volume={silent ? 0 : 1} onBlocked={setBlocked} />
      {(broken || blocked) && (
        <p className={styles.note} role="status">
          <Icon name={broken ? "refresh" : "soundOff"} /> {broken ? t.lost : t.blocked}
        </p>
      )}
    </>
  );
}

/** Sound off where the room's own loudspeakers are heard already. */
export function SoundButton({ silent, onSilent }: { silent: boolean; onSilent: (silent: boolean) => void }) {
  const t = useText(watch);
  return (
    <IconButton
      icon={silent ? "soundOff" : "sound"}
      label={silent ? t.soundOn : t.soundOff}
      onClick={() => onSilent(!silent)}
    />
  );
}
