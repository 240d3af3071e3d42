import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { RecordingView } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { Button, Check, Field, ProblemLine, useToast } from "../../ui/index.ts";
import { dayOf, endOfDay } from "./days.ts";
import { Remove } from "./Remove.tsx";
import styles from "./recordings.module.css";

/** What the secretary makes of a recording: who sees it, until when, or nobody any more. */
export function Manage({ session, film }: { session: string; film: RecordingView }) {
  const t = useText(recording);
  const api = useApi();
  const queries = useQueryClient();
  const say = useToast();
  const before = film.keptUntil ?? 0;
  const [published, setPublished] = useState(film.published);
  const [day, setDay] = useState(dayOf(before));
  const [removing, setRemoving] = useState(false);
  const path = { sessionId: session, recordingId: film.recordingId };
  const keptUntil = day === dayOf(before) ? before : endOfDay(day);
  const saving = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT("/api/sessions/{sessionId}/recordings/{recordingId}", {
          params: { path },
          body: { published, keptUntil },
        }),
      ),
    onSuccess: async () => {
      say(t.saved, "good");
      await queries.invalidateQueries({ queryKey: ["recordings", session] });
    },
  });
  const same = published === film.published && keptUntil === before;
  return (
    <section className={styles.manage} aria-label={t.manage}>
      <h2 className={styles.heading}>{t.manage}</h2>
      {film.expired && <p className={styles.warn}>{t.expiredText}</p>}
      <Check
        label={t.publish}
        hint={t.publishHint}
        checked={published}
        onChange={event => setPublished(event.target.checked)}
      />
      <Field
        label={t.keptUntil}
        hint={t.keptHint}
        type="date"
        required
        value={day}
        onChange={event => setDay(event.target.value)}
      />
      {saving.error && <ProblemLine problem={asProblem(saving.error)} />}
      <div className={styles.buttons}>
        <Button tone="primary" busy={saving.isPending} disabled={same || !day} onClick={() => saving.mutate()}>
          {t.save}
        </Button>
        <Button icon="trash" onClick={() => setRemoving(true)}>
          {t.remove}
        </Button>
      </div>
      {removing && <Remove session={session} film={film} onClose={() => setRemoving(false)} />}
    </section>
  );
}
