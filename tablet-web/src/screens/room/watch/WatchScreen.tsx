import { useEffect, useState } from "react";
import { clockTime } from "../../../core/format.ts";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { useWakeLock } from "../../../features/wake-lock/index.ts";
import { AccountMenu, LiveOfflineBar, useMe, usePart, useSessionClock } from "../../../hall/index.ts";
import { CallProvider, useCallState } from "../../../hall/room/call.tsx";
import { NothingToSee } from "../../../hall/stage/NothingToSee.tsx";
import { slotsFor } from "../../../hall/stage/slots.ts";
import { useLasting } from "../../../hall/stage/useLasting.ts";
import { useNudge } from "../../../hall/stage/useScene.ts";
import { ThinContext, useThinLine } from "../../../hall/stage/useThin.ts";
import { Voices } from "../../../hall/stage/Voices.tsx";
import { Watched } from "../../../hall/stage/Watched.tsx";
import { useText } from "../../../i18n/language.ts";
import { watch } from "../../../i18n/watch.ts";
import { AppHeader, HeaderLink, Icon, IconButton, type IconName, useTick } from "../../../ui/index.ts";
import { CurrentItem } from "../conference/CurrentItem.tsx";
import { Ended } from "../conference/Ended.tsx";
import { Now } from "./Now.tsx";
import styles from "./watch.module.css";

/** The stage and what goes on, for one who only looks and listens. */
export function WatchScreen({ session, home }: { session: SessionView; home: string }) {
  const t = useText(watch);
  const room = usePart("room");
  const removed = useMe()?.room.place === "REMOVED";
  const now = useTick(useSessionClock());
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    document.title = `${t.title} · ${session.title}`;
  }, [t, session.title]);
  const shown = room?.state === "OPEN" && room.broadcast && !removed;
  return (
    <div className={styles.page}>
      <AppHeader title={session.title} subtitle={<CurrentItem />} leading={<HeaderLink href={home} label={t.back} />}>
        <time className={`num ${styles.clock}`}>{clockTime(now)}</time>
        {shown && (
          <IconButton
            tone="header"
            icon={silent ? "soundOff" : "sound"}
            label={silent ? t.soundOn : t.soundOff}
            onClick={() => setSilent(!silent)}
          />
        )}
        <AccountMenu />
      </AppHeader>
      <LiveOfflineBar />
      <main className={styles.main}>
        <section className={styles.scene} data-tone="dark" aria-label={t.stage}>
          {room && shown ? (
            <CallProvider session={session.sessionId} videoSlots={slotsFor(innerWidth, innerHeight)} watch>
              <Live session={session} room={room} silent={silent} />
            </CallProvider>
          ) : (
            room && <Nothing room={room} removed={removed} />
          )}
        </section>
        <Now />
      </main>
    </div>
  );
}

/** A short break is no news. */
const graceMs = 1_200;

function Live({ session, room, silent }: { session: SessionView; room: RoomView; silent: boolean }) {
  const t = useText(watch);
  const { thin } = useThinLine();
  const [blocked, setBlocked] = useState(false);
  const broken = useLasting(useCallState().kind === "reconnecting", graceMs);
  useNudge();
  useWakeLock();
  return (
    <ThinContext value={thin}>
      <Watched session={session.sessionId} room={room} />
      <Ended watching />
      <div className={styles.notes} role="status">
        {broken && <Note icon="refresh" title={t.lost} text={t.lostText} />}
        {blocked && <Note icon="soundOff" title={t.blocked} />}
      </div>
      <Voices volume={silent ? 0 : 1} onBlocked={setBlocked} />
    </ThinContext>
  );
}

function Note({ icon, title, text }: { icon: IconName; title: string; text?: string }) {
  return (
    <p className={styles.note}>
      <Icon name={icon} />
      <span>
        <b>{title}</b> {text}
      </span>
    </p>
  );
}

/** Why there is nothing to see; it comes by itself. */
function Nothing({ room, removed }: { room: RoomView; removed: boolean }) {
  const t = useText(watch);
  const open = room.state === "OPEN";
  const title = !open ? (room.state === "CLOSED" ? t.closed : t.notOpen) : removed ? t.refused : t.off;
  return (
    <NothingToSee
      icon={open && removed ? "exit" : "screen"}
      title={title}
      text={open && removed ? t.refusedText : t.offText}
      live
    />
  );
}
