import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import type { DraftView, ItemView, PaperView } from "../../../core/schemas.ts";
import { useDraftWork } from "../../../hall/drafts.ts";
import { useApi } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { Button, Dialog, SelectField } from "../../../ui/index.ts";
import styles from "./preparation.module.css";
import { useReachChoice } from "./useReachChoice.tsx";

/** Makes an approved draft a paper: under which item, for whom and when, or as the new version of which paper. */
export function PublishDialog({
  draft,
  items,
  onClose,
}: {
  draft: DraftView;
  items: readonly ItemView[];
  onClose: () => void;
}) {
  const t = useText(preparation).board;
  const app = useText(common).app;
  const api = useApi();
  const { run, busy } = useDraftWork();
  const { reach, line, dialog } = useReachChoice();
  const [itemId, setItemId] = useState(
    items.some(item => item.itemId === draft.itemId) ? draft.itemId : (items[0]?.itemId ?? ""),
  );
  const [replaced, setReplaced] = useState("");
  const item = items.find(one => one.itemId === itemId);
  const paper = item?.papers.find(one => one.paperId === replaced);
  const publish = async () => {
    const body = {
      revision: draft.revision,
      itemId,
      ...(paper ? { replaces: paper.paperId, version: nextVersion(paper, draft) } : reach && { reach }),
    };
    const path = { sessionId: draft.sessionId, draftId: draft.draftId };
    const sent = () =>
      unwrap(api.POST("/api/sessions/{sessionId}/drafts/{draftId}/publication", { params: { path }, body }));
    if (await run("publish", sent, t.publishedSaid)) onClose();
  };
  if (dialog) return dialog;
  return (
    <Dialog
      title={t.publishTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" icon="send" busy={busy === "publish"} onClick={() => void publish()}>
            {t.publish}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          <b>{draft.title}</b>
        </p>
        <SelectField
          label={t.forItem}
          value={itemId}
          onChange={event => {
            setItemId(event.target.value);
            setReplaced("");
          }}
        >
          {items.map(one => (
            <option key={one.itemId} value={one.itemId}>
              {one.number}. {one.title}
            </option>
          ))}
        </SelectField>
        {item && item.papers.length > 0 && (
          <SelectField label={t.publishAs} value={replaced} onChange={event => setReplaced(event.target.value)}>
            <option value="">{t.newPaper}</option>
            {item.papers.map(one => (
              <option key={one.paperId} value={one.paperId}>
                {t.versionOf(one.title)}
              </option>
            ))}
          </SelectField>
        )}
        {paper ? <p className={styles.meta}>{t.versionText}</p> : line}
      </div>
    </Dialog>
  );
}

/** When the very file is there already, the answer to an earlier try was lost: its version is asked for again. */
function nextVersion(paper: PaperView, draft: DraftView): number {
  const present = paper.version ?? 1;
  return present > 1 && paper.sha256 === draft.sha256 ? present : present + 1;
}
