import { useState } from "react";
import { Link } from "wouter";
import { byteSize, clockTime, duration, shortDate } from "../../core/format.ts";
import type { RecordingView } from "../../core/schemas.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { Button, Icon, StateChip } from "../../ui/index.ts";
import { Remove } from "./Remove.tsx";
import styles from "./recordings.module.css";

/** All recordings, in the order in which they were begun. */
export function Films({
  session,
  films,
  secretary,
}: {
  session: string;
  films: readonly RecordingView[];
  secretary: boolean;
}) {
  return (
    <ul className={styles.films}>
      {films.map((film, place) => (
        <li key={film.recordingId}>
          <Film session={session} film={film} number={place + 1} secretary={secretary} />
        </li>
      ))}
    </ul>
  );
}

function Film({
  session,
  film,
  number,
  secretary,
}: {
  session: string;
  film: RecordingView;
  number: number;
  secretary: boolean;
}) {
  const t = useText(recording);
  const lang = useLang();
  const [removing, setRemoving] = useState(false);
  const name = t.name(number);
  const facts = (
    <>
      <b className={styles.name}>{name}</b>
      <span className={`num ${styles.meta}`}>
        {clockTime(film.startedAt)} {shortDate(film.startedAt)}
        {film.state === "READY" && ` · ${duration(film.durationMs)} · ${byteSize(film.bytes, lang)}`}
      </span>
    </>
  );
  if (film.state === "READY") {
    return (
      <Link
        href={`/sessions/${session}/recordings/${film.recordingId}`}
        className={styles.film}
        aria-label={t.watch(name)}
      >
        <Icon name="play" size={28} />
        <span className={styles.words}>{facts}</span>
        {film.expired ? (
          <StateChip tone="warn">{t.expired}</StateChip>
        ) : (
          <StateChip tone={film.published ? "info" : "neutral"}>
            {film.published ? t.published : t.notPublished}
          </StateChip>
        )}
        <Icon name="next" />
      </Link>
    );
  }
  return (
    <div className={styles.film}>
      <Icon name={film.state === "EMPTY" ? "cameraOff" : "camera"} size={28} />
      <span className={styles.words}>{facts}</span>
      <StateChip tone={film.state === "EMPTY" ? "warn" : "live"}>{t.state[film.state]}</StateChip>
      {film.state === "EMPTY" && secretary && (
        <Button icon="trash" onClick={() => setRemoving(true)}>
          {t.remove}
        </Button>
      )}
      {removing && <Remove session={session} film={film} onClose={() => setRemoving(false)} />}
    </div>
  );
}
