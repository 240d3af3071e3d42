import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { SpeakerCard } from "../../../features/floor/index.ts";
import { useActions, usePart, useSessionClock } from "../../../hall/index.ts";
import { director } from "../../../i18n/director.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, IconButton, Segmented, StateChip } from "../../../ui/index.ts";
import { MuteAll } from "../panels/MuteAll.tsx";
import styles from "./Director.module.css";

const minute = 60;

/** Who speaks and who is next, the mode of the conference, and quiet for all. */
export function Floor({ session, room, presides }: { session: SessionView; room: RoomView; presides: boolean }) {
  const t = useText(director);
  const { run, busy, online } = useActions();
  const now = useSessionClock();
  const floor = usePart("floor");
  const seconds = session.rules.speechSeconds;
  const queue = floor?.queue ?? [];
  return (
    <aside className={styles.side} aria-label={t.floor}>
      <div className={styles.mode}>
        <h2 className={styles.heading}>{t.mode}</h2>
        <Segmented
          label={t.mode}
          value={room.microphones}
          disabled={!online || busy("mode")}
          onChange={microphones => void run("mode", "room.change", { lobby: room.lobby, microphones })}
          options={[
            { id: "FREE", label: t.modes.FREE },
            { id: "FLOOR", label: t.modes.FLOOR },
            { id: "CALLED", label: t.modes.CALLED },
          ]}
        />
        <p className={styles.hint}>{t.modeHint[room.microphones]}</p>
      </div>
      {floor?.speech ? (
        <div className={styles.speech}>
          <SpeakerCard speech={floor.speech} own={false} now={now} />
          {presides && (
            <div className={styles.buttons}>
              <Button
                icon="plus"
                busy={busy("extend")}
                disabled={!online}
                onClick={() => void run("extend", "floor.extend", { seconds: minute })}
              >
                {t.extend}
              </Button>
              <Button
                tone="danger"
                icon="stop"
                busy={busy("end")}
                disabled={!online}
                onClick={() => void run("end", "floor.end-speech", {})}
              >
                {t.interrupt}
              </Button>
            </div>
          )}
        </div>
      ) : (
        <p className={styles.hint}>{session.openSittingId === undefined ? t.noSitting : t.nobodySpeaks}</p>
      )}
      <h2 className={styles.heading}>{t.queue(queue.length)}</h2>
      {queue.length === 0 && <p className={styles.hint}>{t.queueEmpty}</p>}
      <ol className={styles.queue}>
        {queue.map(({ personId, name }, at) => (
          <li key={personId} className={styles.hand}>
            <span className={`num ${styles.place}`}>{at + 1}</span>
            <span className={styles.who}>
              <b>{name}</b>
              {at === 0 && <StateChip tone="warn">{t.next}</StateChip>}
            </span>
            {presides && (
              <>
                <IconButton
                  icon="mic"
                  label={t.call(name)}
                  disabled={!online || busy(personId)}
                  onClick={() => void run(personId, "floor.grant", { personId, seconds })}
                />
                <IconButton
                  icon="close"
                  label={t.withdraw(name)}
                  disabled={!online || busy(personId)}
                  onClick={() => void run(personId, "floor.unqueue", { personId })}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      <MuteAll />
    </aside>
  );
}
