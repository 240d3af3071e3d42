import { useEffect } from "react";
import { Link } from "wouter";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { AccountMenu, CommandNote, LiveOfflineBar, useLiveState, useSignedIn } from "../../../hall/index.ts";
import { useDevices, useOwnSource } from "../../../hall/room/call.tsx";
import { RoomDesk } from "../../../hall/room/RoomDesk.tsx";
import { cameraWish } from "../../../hall/stage/switches.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { AppHeader, Button, HeaderLink, Icon, type IconName } from "../../../ui/index.ts";
import { type LobbyKey, lobbyKey } from "../place.ts";
import type { UsePlace } from "../usePlace.ts";
import { DeviceFields } from "./DeviceFields.tsx";
import { LineTest } from "./LineTest.tsx";
import styles from "./lobby.module.css";
import { Preview } from "./Preview.tsx";

const icons: Record<LobbyKey, IconName> = {
  open: "room",
  lobbyOn: "room",
  waiting: "clock",
  locked: "lock",
  notOpen: "clock",
  closed: "stop",
  removed: "exit",
  turnedAway: "info",
  here: "info",
};

/** Before the room: see and hear oneself, test the line, then in; or waiting, and why. */
export function Lobby({
  session,
  room,
  place,
  moderator,
  home,
}: {
  session: SessionView;
  room: RoomView;
  place: UsePlace;
  moderator: boolean;
  home: string;
}) {
  const t = useText(catalogue);
  const me = useSignedIn();
  const devices = useDevices();
  useEffect(() => {
    void devices.prepare({ microphone: false, camera: cameraWish.now() });
  }, [devices]);
  return (
    <div className={styles.page}>
      <AppHeader title={t.lobby.heading} subtitle={session.title} leading={<HeaderLink href={home} label={t.back} />}>
        <AccountMenu />
      </AppHeader>
      <LiveOfflineBar />
      <main className={styles.main}>
        <div className={styles.column}>
          <Preview name={me?.name ?? ""} onSwitch={cameraWish.choose} />
          <LineTest session={session.sessionId} />
        </div>
        <div className={styles.column}>
          <div className={styles.first}>
            <JoinCard room={room} place={place} moderator={moderator} />
            {moderator && room.state !== "OPEN" && (
              <section className={styles.card}>
                <RoomDesk session={session} room={room} records={false} />
              </section>
            )}
          </div>
          <section className={styles.card} aria-label={t.lobby.devices}>
            <h2 className={styles.cardTitle}>{t.lobby.devices}</h2>
            <DeviceFields />
          </section>
          <Link href={`/sessions/${session.sessionId}/room?kiosk=1`} className={styles.kiosk}>
            <Icon name="screen" size={20} /> {t.lobby.kiosk}
          </Link>
        </div>
      </main>
    </div>
  );
}

function JoinCard({ room, place, moderator }: { room: RoomView; place: UsePlace; moderator: boolean }) {
  const t = useText(catalogue);
  const online = useLiveState().kind === "live";
  const microphone = useOwnSource("MICROPHONE");
  const camera = useOwnSource("CAMERA");
  const key = lobbyKey(room, place.place, place.notice, moderator);
  const { title, text } = t.state[key];
  const open = room.state === "OPEN";
  const waiting = key === "waiting";
  const listener = !microphone.track && !camera.track;
  return (
    <section className={styles.join} aria-label={t.title}>
      <div className={styles.joinHead} role="status">
        <Icon name={icons[key]} size={32} />
        <div>
          <h2 className={styles.joinTitle}>{title}</h2>
          <p>{text}</p>
        </div>
      </div>
      {open && (
        <p className={styles.people}>
          <Icon name="users" size={20} /> <span className="num">{t.lobby.inRoom(room.participants.length)}</span>
        </p>
      )}
      <CommandNote command={place.joining} quiet />
      {waiting && (
        <Button size="large" block icon="close" onClick={place.leave}>
          {t.lobby.cancelKnock}
        </Button>
      )}
      {open && !waiting && (
        <Button
          tone="primary"
          size="large"
          block
          icon="room"
          busy={place.joining.busy}
          disabled={!online}
          onClick={place.enter}
        >
          {place.joining.busy ? t.lobby.joining : listener ? t.lobby.joinListening : t.lobby.join}
        </Button>
      )}
    </section>
  );
}
