import { Link } from "wouter";
import type { SessionView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { roomDoor } from "../../i18n/room-door.ts";
import { Icon } from "../../ui/index.ts";
import { usePart } from "../live.tsx";
import { WatchDoor } from "./Broadcast.tsx";
import styles from "./RoomDoor.module.css";

/** The way into the online room in a screen's header; nothing while the room is not open. */
export function RoomDoor({ session }: { session: SessionView }) {
  const t = useText(roomDoor);
  const room = usePart("room");
  if (room?.state !== "OPEN") return null;
  const people = room.participants.length;
  return (
    <>
      {room.broadcast && <WatchDoor session={session.sessionId} />}
      <Link href={`/sessions/${session.sessionId}/room`} className={styles.door} title={t.enter}>
        <Icon name="room" />
        <span className={styles.words}>{t.enter}</span>
        <b className={`num ${styles.count}`} aria-hidden="true">
          {people}
        </b>
        <span className="visually-hidden"> ({t.people(people)})</span>
      </Link>
    </>
  );
}
