import { useCallback, useEffect, useState } from "react";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { useProblemTitle } from "../../i18n/problems.ts";
import { Button } from "../../ui/index.ts";
import styles from "./notes.module.css";
import type { OpenNotes, Refused } from "./open.ts";

/** Marks that stay on this tablet only, since the server would not take them. */
export function RefusedMarks({ notes }: { notes: OpenNotes }) {
  const t = useText(texts);
  const problem = useProblemTitle();
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const look = useCallback(() => void notes.refused().then(setRefused, () => setRefused([])), [notes]);
  useEffect(() => {
    look();
    return notes.outbox.subscribe(look);
  }, [notes, look]);
  const [first] = refused;
  if (!first) return null;
  return (
    <div className={styles.refused} role="status">
      <p>
        {t.refused(refused.length)} {problem(first.problem)}
      </p>
      <Button onClick={() => void Promise.all(refused.map(one => notes.forget(one)))}>{t.understood}</Button>
    </div>
  );
}
