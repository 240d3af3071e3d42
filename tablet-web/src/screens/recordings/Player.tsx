import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { unwrap } from "../../core/api.ts";
import { asProblem, clientProblem } from "../../core/problem.ts";
import type { RecordingChapter, RecordingView } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { classes, ErrorState, Loading, Segmented } from "../../ui/index.ts";
import { ChapterList } from "./ChapterList.tsx";
import { current, step } from "./chapters.ts";
import styles from "./recordings.module.css";
import { useOpening } from "./useOpening.ts";

const rates = [0.75, 1, 1.25, 1.5, 2] as const;
const jumpSeconds = 10;
const none: readonly RecordingChapter[] = [];

/** A recording and the places on it, side by side or one above the other. */
export function Player({ session, film, name }: { session: string; film: RecordingView; name: string }) {
  const t = useText(recording);
  const api = useApi();
  const video = useRef<HTMLVideoElement>(null);
  const [atMs, setAtMs] = useState(0);
  const [rate, setRate] = useState<number>(1);
  const [broken, setBroken] = useState(false);
  const opening = useOpening(session, film.recordingId);
  const path = { sessionId: session, recordingId: film.recordingId };
  const chapters = useQuery({
    queryKey: ["chapters", session, film.recordingId],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/recordings/{recordingId}/chapters", { params: { path }, signal })),
  });
  const places = chapters.data ?? none;
  const jump = (ms: number | undefined) => {
    if (!video.current || ms === undefined) return;
    video.current.currentTime = Math.max(0, ms / 1_000);
    setAtMs(ms);
  };
  const play = (ms: number) => {
    jump(ms);
    void video.current?.play().catch(() => undefined); // the browser wants a click first: the button is there
  };
  useKeys(video, by => jump(step(places, (video.current?.currentTime ?? 0) * 1_000, by)));
  useEffect(() => {
    if (video.current) video.current.playbackRate = rate;
  }, [rate]);
  const again = () => {
    setBroken(false);
    opening.retry();
  };
  if (opening.problem) return <ErrorState problem={opening.problem} onRetry={again} />;
  if (broken) {
    return (
      <ErrorState problem={clientProblem("client:unreadable")} onRetry={again}>
        {t.broken}
      </ErrorState>
    );
  }
  return (
    <div className={styles.player}>
      <section className={styles.picture} aria-label={t.player(name)}>
        {opening.url ? (
          // biome-ignore lint/a11y/useMediaCaption: there are no captions; the places beside it say who speaks and on what
          <video
            ref={video}
            className={styles.video}
            src={opening.url}
            controls
            preload="metadata"
            playsInline
            aria-label={name}
            onTimeUpdate={event => setAtMs(event.currentTarget.currentTime * 1_000)}
            onLoadedMetadata={event => {
              event.currentTarget.playbackRate = rate;
            }}
            onError={() => setBroken(true)}
          />
        ) : (
          <div className={styles.video}>
            <Loading />
          </div>
        )}
        <div className={styles.speed}>
          <b>{t.speed}</b>
          <Segmented
            label={t.speed}
            value={String(rate)}
            onChange={next => setRate(Number(next))}
            options={rates.map(one => ({ id: String(one), label: t.times(one) }))}
          />
        </div>
        <p className={classes(styles.hint, styles.keys)}>{t.keys}</p>
      </section>
      {chapters.error ? (
        <ErrorState problem={asProblem(chapters.error)} onRetry={() => void chapters.refetch()} />
      ) : (
        <ChapterList chapters={chapters.data} now={current(places, atMs)} onChoose={chapter => play(chapter.atMs)} />
      )}
    </div>
  );
}

/** Keys as in other players; not while one types or a control of its own has them. */
function useKeys(video: { current: HTMLVideoElement | null }, onStep: (by: 1 | -1) => void): void {
  const steps = useRef(onStep);
  useEffect(() => {
    steps.current = onStep;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const player = video.current;
      const typing = event.target instanceof HTMLElement && event.target.closest("input, select, textarea, dialog");
      if (!player || typing || event.ctrlKey || event.altKey || event.metaKey) return;
      const acts: Record<string, () => void> = {
        k: () => void (player.paused ? player.play().catch(() => undefined) : player.pause()),
        j: () => {
          player.currentTime -= jumpSeconds;
        },
        l: () => {
          player.currentTime += jumpSeconds;
        },
        n: () => steps.current(1),
        p: () => steps.current(-1),
      };
      acts[event.key.toLowerCase()]?.();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [video]);
}
