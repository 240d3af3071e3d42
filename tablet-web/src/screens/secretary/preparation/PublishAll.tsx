import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import type { DraftView, ItemView } from "../../../core/schemas.ts";
import { useDraftWork } from "../../../hall/drafts.ts";
import { useApi } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { Button, Dialog, Progress } from "../../../ui/index.ts";
import styles from "./preparation.module.css";
import { useReachChoice } from "./useReachChoice.tsx";

/** Makes all approved drafts papers of their items at once, all for the same people. */
export function PublishAll({ drafts, items }: { drafts: readonly DraftView[]; items: readonly ItemView[] }) {
  const t = useText(preparation).board;
  const [chosen, setChosen] = useState<readonly DraftView[]>();
  const ready = drafts.filter(draft => items.some(item => item.itemId === draft.itemId));
  return (
    <>
      {ready.length > 1 && (
        <p className={styles.all}>
          <Button icon="send" onClick={() => setChosen(ready)}>
            {t.publishAll(ready.length)}
          </Button>
        </p>
      )}
      {chosen && <AllDialog drafts={chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}

function AllDialog({ drafts, onClose }: { drafts: readonly DraftView[]; onClose: () => void }) {
  const t = useText(preparation).board;
  const app = useText(common).app;
  const api = useApi();
  const { run, busy } = useDraftWork();
  const { reach, line, dialog } = useReachChoice();
  const [done, setDone] = useState(0);
  const publish = async () => {
    for (const [index, { sessionId, draftId, itemId, revision }] of drafts.entries()) {
      setDone(index);
      const body = { revision, itemId, ...(reach && { reach }) };
      const params = { path: { sessionId, draftId } };
      await unwrap(api.POST("/api/sessions/{sessionId}/drafts/{draftId}/publication", { params, body }));
    }
  };
  if (dialog) return dialog;
  return (
    <Dialog
      title={t.publishAll(drafts.length)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button
            tone="primary"
            icon="send"
            busy={busy === "all"}
            onClick={() => void run("all", publish, t.publishedSaid).then(good => good && onClose())}
          >
            {t.publish}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.publishAllText}</p>
        <ul className={styles.titles}>
          {drafts.map(draft => (
            <li key={draft.draftId}>{draft.title}</li>
          ))}
        </ul>
        {line}
        {busy === "all" && (
          <Progress
            label={t.publishAll(drafts.length)}
            value={done}
            max={drafts.length}
            text={`${done}/${drafts.length}`}
          />
        )}
      </div>
    </Dialog>
  );
}
