import { useState } from "react";
import type { DraftView, PreparationTask } from "../../core/schemas.ts";
import { DraftRow } from "../../features/drafts/DraftRow.tsx";
import { RejectDialog } from "../../features/drafts/RejectDialog.tsx";
import { DraftOriginal } from "../../hall/draft-original.tsx";
import { useDraftMove, useDraftWork } from "../../hall/drafts.ts";
import { useOpenDraft } from "../../hall/open-draft.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { Button } from "../../ui/index.ts";
import styles from "./prepare.module.css";
import { useInUnit } from "./roles.ts";

/** What waits for the head of the unit; nothing for others. */
export function Decisions({ task }: { task: PreparationTask }) {
  const t = useText(preparation);
  const inUnit = useInUnit();
  const move = useDraftMove();
  const { run, busy } = useDraftWork();
  const open = useOpenDraft();
  const [back, setBack] = useState<DraftView>();
  const waiting = task.drafts.filter(draft => draft.state === "SUBMITTED" && inUnit(draft.unitId, "APPROVER"));
  if (waiting.length === 0 || task.ended) return null;
  const itemOf = (draft: DraftView) => {
    const asked = task.assignments.find(one => one.itemId === draft.itemId);
    return asked ? t.item(asked.itemNumber ?? "-", asked.itemTitle) : "";
  };
  return (
    <section className={styles.decisions} aria-labelledby={`decide-${task.sessionId}`}>
      <h3 id={`decide-${task.sessionId}`}>
        {t.toDecide} <span className="num">({waiting.length})</span>
      </h3>
      <p className={styles.meta}>{t.toDecideText}</p>
      <ul>
        {waiting.map(draft => (
          <DraftRow
            key={draft.draftId}
            draft={draft}
            from={itemOf(draft)}
            original={<DraftOriginal draft={draft} />}
            onOpen={() => open(draft)}
          >
            <Button
              icon="undo"
              aria-label={`${t.reject}: ${draft.title}`}
              onClick={() => setBack(draft)}
              disabled={busy !== undefined}
            >
              {t.reject}
            </Button>
            <Button
              tone="primary"
              icon="check"
              aria-label={`${t.approve}: ${draft.title}`}
              busy={busy === draft.draftId}
              onClick={() => void run(draft.draftId, () => move(draft, "APPROVE"), t.approved)}
            >
              {t.approve}
            </Button>
          </DraftRow>
        ))}
      </ul>
      {back && (
        <RejectDialog
          draft={back}
          busy={busy === back.draftId}
          onClose={() => setBack(undefined)}
          onReject={reason =>
            void run(back.draftId, () => move(back, "REJECT", reason), t.rejected).then(
              done => done && setBack(undefined),
            )
          }
        />
      )}
    </section>
  );
}
