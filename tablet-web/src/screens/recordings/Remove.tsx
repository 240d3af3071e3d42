import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { unwrap } from "../../core/api.ts";
import { duration } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import type { RecordingView } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { recording } from "../../i18n/recording.ts";
import { ConfirmDialog, ProblemLine, useToast } from "../../ui/index.ts";

/** Deletes a recording, once it is said that this cannot be undone. */
export function Remove({ session, film, onClose }: { session: string; film: RecordingView; onClose: () => void }) {
  const t = useText(recording);
  const api = useApi();
  const queries = useQueryClient();
  const say = useToast();
  const [, goTo] = useLocation();
  const path = { sessionId: session, recordingId: film.recordingId };
  const removal = useMutation({
    mutationFn: () => unwrap(api.DELETE("/api/sessions/{sessionId}/recordings/{recordingId}", { params: { path } })),
    onSuccess: async () => {
      say(t.removed, "good");
      goTo(`/sessions/${session}/recordings`);
      await queries.invalidateQueries({ queryKey: ["recordings", session] });
    },
  });
  return (
    <ConfirmDialog
      title={t.removeTitle}
      action={t.remove}
      busy={removal.isPending}
      onClose={onClose}
      onConfirm={() => removal.mutate()}
    >
      <p>{t.removeText(duration(film.durationMs))}</p>
      {removal.error && <ProblemLine problem={asProblem(removal.error)} />}
    </ConfirmDialog>
  );
}
