import { clockTime } from "../../core/format.ts";
import type { RoomView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { roomDesk } from "../../i18n/room-desk.ts";
import { Button, Icon } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import styles from "./RoomDesk.module.css";

/** Who has knocked: let in, turn away, let all in. Nothing when nobody waits and there is no lobby. */
export function WaitingList({ room }: { room: RoomView }) {
  const t = useText(roomDesk);
  const { run, busy, online } = useActions();
  const waiting = room.waiting ?? [];
  if (waiting.length === 0 && !room.lobby) return null;
  return (
    <section className={styles.waiting} aria-label={t.waiting(waiting.length)}>
      <div className={styles.waitingHead}>
        <h3 className={styles.waitingTitle}>{t.waiting(waiting.length)}</h3>
        {waiting.length > 1 && (
          <Button
            tone="primary"
            busy={busy("all")}
            disabled={!online}
            onClick={() => void run("all", "room.admit-all", {})}
          >
            {t.admitAll}
          </Button>
        )}
      </div>
      {waiting.length === 0 && <p className={styles.hint}>{t.waitingEmpty}</p>}
      <ul className={styles.people}>
        {waiting.map(({ personId, name, group, as, since }) => (
          <li key={personId} className={styles.person}>
            <Icon name={as === "KIOSK" ? "screen" : "user"} size={22} />
            <span className={styles.name}>
              {name}
              <span className={`num ${styles.detail}`}>{[group, clockTime(since)].filter(Boolean).join(" · ")}</span>
            </span>
            <span className={styles.answers}>
              <Button
                tone="yes"
                aria-label={t.admit(name)}
                busy={busy(personId)}
                disabled={!online}
                onClick={() => void run(personId, "room.admit", { personId })}
              >
                {t.admitShort}
              </Button>
              <Button
                aria-label={t.turnAway(name)}
                busy={busy(personId)}
                disabled={!online}
                onClick={() => void run(personId, "room.turn-away", { personId })}
              >
                {t.turnAwayShort}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
