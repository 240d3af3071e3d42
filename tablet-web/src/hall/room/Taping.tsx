import { useState } from "react";
import { Link } from "wouter";
import { clockTime } from "../../core/format.ts";
import { newId } from "../../core/ids.ts";
import type { RoomView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { recording as catalogue } from "../../i18n/recording.ts";
import { Button, ConfirmDialog, classes, Icon } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import styles from "./Taping.module.css";

/** Tells everybody in the room that it is recorded, from the first moment. */
export function TapeSign({ room }: { room: RoomView }) {
  const t = useText(catalogue);
  if (!room.recording) return null;
  const { state, by, since } = room.recording;
  return (
    <span
      className={classes(styles.sign, state === "PAUSED" && styles.paused)}
      role="status"
      title={t.told(by, clockTime(since))}
    >
      <i className={styles.dot} aria-hidden="true" />
      {state === "RUNNING" ? t.on : t.paused}
    </span>
  );
}

/** Beginning, pausing and ending of a recording. */
export function TapeDesk({ session, room, records }: { session: string; room: RoomView; records: boolean }) {
  const t = useText(catalogue);
  const { run, busy, online } = useActions();
  const [stopping, setStopping] = useState(false);
  const state = room.recording?.state;
  return (
    <section className={styles.desk} aria-label={t.heading}>
      <div className={styles.head}>
        <b>{t.heading}</b>
        {room.recording ? <TapeSign room={room} /> : <span>{t.off}</span>}
      </div>
      {records && (
        <div className={styles.buttons}>
          {state !== "RUNNING" && (
            <Button
              icon="ring"
              busy={busy("tape")}
              disabled={!online}
              onClick={() => void run("tape", "recording.start", { recordingId: newId() })}
            >
              {state ? t.resume : t.start}
            </Button>
          )}
          {state === "RUNNING" && (
            <Button busy={busy("tape")} disabled={!online} onClick={() => void run("tape", "recording.pause", {})}>
              {t.pause}
            </Button>
          )}
          {state && (
            <Button icon="stop" disabled={!online} onClick={() => setStopping(true)}>
              {t.stop}
            </Button>
          )}
        </div>
      )}
      <Link href={`/sessions/${session}/recordings`} className={styles.list}>
        <Icon name="play" size={18} /> {t.list}
      </Link>
      {stopping && (
        <ConfirmDialog
          title={t.stopTitle}
          action={t.stop}
          tone="primary"
          busy={busy("stop")}
          onClose={() => setStopping(false)}
          onConfirm={() => void run("stop", "recording.stop", {}).then(done => done && setStopping(false))}
        >
          <p>{t.stopText}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
