import { Link } from "wouter";
import type { RoomView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { watch } from "../../i18n/watch.ts";
import { Check, Icon } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import styles from "./Broadcast.module.css";
import door from "./RoomDoor.module.css";

/** Tells everybody in the room that people outside see and hear it. */
export function BroadcastSign({ room }: { room: RoomView }) {
  const t = useText(watch);
  if (!room.broadcast) return null;
  return (
    <span className={styles.sign} role="status" title={t.signTitle}>
      <Icon name="eye" size={18} /> {t.sign}
    </span>
  );
}

/** Who conducts lets people outside see and hear the room, or no longer. */
export function BroadcastSwitch({ room }: { room: RoomView }) {
  const t = useText(watch);
  const { run, busy, online } = useActions();
  return (
    <Check
      label={t.allow}
      hint={t.allowHint}
      checked={room.broadcast}
      disabled={!online || busy("broadcast")}
      onChange={event =>
        void run("broadcast", event.target.checked ? "room.start-broadcast" : "room.stop-broadcast", {})
      }
    />
  );
}

/** The way to the room's stage for who does not go in. */
export function WatchDoor({ session }: { session: string }) {
  const t = useText(watch);
  return (
    <Link href={`/sessions/${session}/watch`} className={door.door} title={t.enter}>
      <Icon name="eye" />
      <span className={door.words}>{t.enter}</span>
    </Link>
  );
}
