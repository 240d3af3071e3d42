import { useEffect, useMemo, useState } from "react";
import { Link } from "wouter";
import { clockTime } from "../../../core/format.ts";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { useWakeLock } from "../../../features/wake-lock/index.ts";
import { useMe, usePart, useSessionClock, useSignedIn } from "../../../hall/index.ts";
import { BroadcastSign } from "../../../hall/room/Broadcast.tsx";
import { CallProvider, useOwnSource } from "../../../hall/room/call.tsx";
import { TapeSign } from "../../../hall/room/Taping.tsx";
import { slotsFor } from "../../../hall/stage/slots.ts";
import { volumeWish } from "../../../hall/stage/switches.ts";
import { useNudge, useOnAir, useScene } from "../../../hall/stage/useScene.ts";
import { ThinContext, useThinLine } from "../../../hall/stage/useThin.ts";
import { Voices } from "../../../hall/stage/Voices.tsx";
import { bindWords } from "../../../i18n/bindWords.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Emblem, Icon, useTick } from "../../../ui/index.ts";
import { Banners } from "../conference/Banners.tsx";
import { usePreparedDevices } from "../conference/Conference.tsx";
import { Ended } from "../conference/Ended.tsx";
import { Stage } from "../conference/Stage.tsx";
import { useOpenVote } from "../conference/useOpenVote.ts";
import { useOwn } from "../conference/useOwn.ts";
import { VotePanel } from "../panels/VotePanel.tsx";
import { KioskControls } from "./KioskControls.tsx";
import styles from "./kiosk.module.css";
import { useKioskPlace } from "./useKioskPlace.ts";

/** The computer of a meeting room: in the room whenever it is open, for ever, without anyone at the keyboard. */
export function Kiosk({ session }: { session: SessionView }) {
  const { room, place } = useKioskPlace();
  const person = useSignedIn();
  useWakeLock();
  usePreparedDevices();
  useEffect(() => {
    document.title = session.title;
  }, [session.title]);
  return (
    <div className={styles.kiosk} data-tone="dark">
      {room && place === "IN" ? (
        <CallProvider session={session.sessionId} videoSlots={slotsFor(innerWidth, innerHeight)}>
          <Meeting session={session} room={room} point={person?.name ?? ""} />
        </CallProvider>
      ) : (
        <Waiting session={session} room={room} place={place} point={person?.name ?? ""} />
      )}
    </div>
  );
}

/** Small pictures beside the large one: what a point's line and screen are for. */
const thumbnails = 3;

function Meeting({ session, room, point }: { session: SessionView; room: RoomView; point: string }) {
  const t = useText(catalogue);
  const base = useScene(room);
  const me = useMe()?.personId ?? "";
  const own = useOwn({ room, moderator: false, point: useSpeaksForPoint() });
  useNudge();
  const [volume, setVolume] = useState(volumeWish.now);
  const [blocked, setBlocked] = useState(false);
  const microphone = useOwnSource("MICROPHONE");
  const camera = useOwnSource("CAMERA");
  const scene = useMemo(() => ({ ...base, me }), [base, me]);
  const onAir = useOnAir(scene);
  const { thin, choose } = useThinLine();
  const listenOnly = thin === "VOICE";
  const vote = useOpenVote();
  const [laidAside, layAside] = useState<string>();
  const voting = vote && vote.voteId !== laidAside ? vote : undefined;
  return (
    <ThinContext value={thin}>
      <main className={styles.scene} aria-label={t.title}>
        <Stage session={session.sessionId} scene={scene} mode="stage" listenOnly={listenOnly} thumbnails={thumbnails} />
        <Ended />
        <Banners
          room={room}
          own={own}
          moderator={false}
          vote={voting ? undefined : vote}
          peopleShown
          soundBlocked={blocked}
          onAir={onAir}
          onPictures={listenOnly ? () => choose(false) : undefined}
          onPanel={() => layAside(undefined)}
        />
        {voting && (
          <aside className={styles.vote} aria-label={t.vote.title}>
            <VotePanel vote={voting} onClose={() => layAside(voting.voteId)} />
          </aside>
        )}
      </main>
      <div className={styles.foot}>
        <p className={styles.point}>
          <Icon name="screen" size={28} /> <span className="visually-hidden">{t.kiosk.point}</span> <b>{point}</b>
          {(microphone.trouble || camera.trouble) && <span className={styles.quiet}>{t.kiosk.listening}</span>}
        </p>
        <BroadcastSign room={room} />
        <TapeSign room={room} />
        <KioskControls
          own={own}
          onWeakLine={listenOnly ? undefined : () => choose(true)}
          volume={volume}
          onVolume={next => {
            setVolume(next);
            volumeWish.choose(next);
          }}
        />
      </div>
      <Voices volume={volume} onBlocked={setBlocked} />
    </ThinContext>
  );
}

/** Where the session has points, only who looks after one asks for the floor in its name. */
function useSpeaksForPoint(): boolean {
  const points = usePart("points");
  const own = useMe()?.point;
  return points === undefined || points.places.length === 0 || own?.technician === true;
}

/** The calm picture between meetings. */
function Waiting({
  session,
  room,
  place,
  point,
}: {
  session: SessionView;
  room: RoomView | undefined;
  place: string;
  point: string;
}) {
  const t = useText(catalogue).kiosk;
  const now = useTick(useSessionClock());
  const untested = useMe()?.point?.mayEnter === false;
  const words =
    session.state === "ENDED"
      ? t.ended
      : untested
        ? t.testFirst
        : room?.state !== "OPEN"
          ? t.notOpen
          : place === "WAITING"
            ? t.waiting
            : room.locked
              ? t.locked
              : t.joining;
  return (
    <main className={styles.waiting}>
      <Emblem size={112} />
      <p className={styles.body}>{session.bodyName}</p>
      <h1 className={styles.title}>{bindWords(session.title)}</h1>
      <p className={styles.words} role="status">
        {words}
      </p>
      {untested && (
        <Link href={`/sessions/${session.sessionId}/trial`} className={styles.trial}>
          {t.toTrial}
        </Link>
      )}
      <div className={styles.waitingFoot}>
        <p className={styles.point}>
          <Icon name="screen" size={28} /> <span className="visually-hidden">{t.point}</span> <b>{point}</b>
        </p>
        <time className={`num ${styles.clock}`}>{clockTime(now)}</time>
      </div>
    </main>
  );
}
