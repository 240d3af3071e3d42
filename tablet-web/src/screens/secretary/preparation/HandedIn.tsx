import { useState } from "react";
import type { Preparation as Board, DraftView, ItemView } from "../../../core/schemas.ts";
import { DraftRow } from "../../../features/drafts/DraftRow.tsx";
import { RejectDialog } from "../../../features/drafts/RejectDialog.tsx";
import { DraftOriginal } from "../../../hall/draft-original.tsx";
import { useDraftMove, useDraftWork } from "../../../hall/drafts.ts";
import { useOpenDraft } from "../../../hall/open-draft.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { Button } from "../../../ui/index.ts";
import { PublishAll } from "./PublishAll.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import styles from "./preparation.module.css";

type Dialog = { kind: "back" | "publish"; draft: DraftView };

/** What the units' heads have approved, to be published, and what still waits for them. */
export function HandedIn({ board, items, locked }: { board: Board; items: readonly ItemView[]; locked: boolean }) {
  const t = useText(preparation);
  const move = useDraftMove();
  const open = useOpenDraft();
  const { run, busy } = useDraftWork();
  const [dialog, setDialog] = useState<Dialog>();
  const approved = board.drafts.filter(draft => draft.state === "APPROVED");
  const submitted = board.drafts.filter(draft => draft.state === "SUBMITTED");
  const from = (draft: DraftView) => {
    const asked = board.assignments.find(one => one.itemId === draft.itemId && one.unitId === draft.unitId);
    return t.board.ofUnit(draft.unitName, asked ? t.item(asked.itemNumber ?? "-", asked.itemTitle) : t.gone);
  };
  const close = () => setDialog(undefined);
  const back = (draft: DraftView) => (
    <Button
      icon="undo"
      aria-label={`${t.reject}: ${draft.title}`}
      disabled={busy !== undefined}
      onClick={() => setDialog({ kind: "back", draft })}
    >
      {t.reject}
    </Button>
  );
  return (
    <>
      <section className={styles.waiting} aria-labelledby="to-publish">
        <h3 id="to-publish">
          {t.board.toPublish} <span className="num">({approved.length})</span>
        </h3>
        {!locked && <PublishAll drafts={approved} items={items} />}
        <p className={styles.meta}>{approved.length === 0 ? t.board.noneToPublish : t.board.toPublishText}</p>
        <ul>
          {approved.map(draft => (
            <DraftRow
              key={draft.draftId}
              draft={draft}
              from={from(draft)}
              original={<DraftOriginal draft={draft} />}
              onOpen={() => open(draft)}
            >
              {!locked && back(draft)}
              {!locked && (
                <Button
                  tone="primary"
                  icon="send"
                  aria-label={`${t.board.publish}: ${draft.title}`}
                  onClick={() => setDialog({ kind: "publish", draft })}
                >
                  {t.board.publish}
                </Button>
              )}
            </DraftRow>
          ))}
        </ul>
      </section>
      {submitted.length > 0 && (
        <section className={styles.block} aria-labelledby="at-unit">
          <h3 id="at-unit">
            {t.board.atUnit} <span className="num">({submitted.length})</span>
          </h3>
          <p className={styles.meta}>{t.board.atUnitText}</p>
          <ul>
            {submitted.map(draft => (
              <DraftRow
                key={draft.draftId}
                draft={draft}
                from={from(draft)}
                original={<DraftOriginal draft={draft} />}
                onOpen={() => open(draft)}
              >
                {!locked && back(draft)}
                {!locked && (
                  <Button
                    icon="check"
                    aria-label={`${t.approve}: ${draft.title}`}
                    busy={busy === draft.draftId}
                    onClick={() => void run(draft.draftId, () => move(draft, "APPROVE"), t.approved)}
                  >
                    {t.approve}
                  </Button>
                )}
              </DraftRow>
            ))}
          </ul>
        </section>
      )}
      {dialog?.kind === "publish" && <PublishDialog draft={dialog.draft} items={items} onClose={close} />}
      {dialog?.kind === "back" && (
        <RejectDialog
          draft={dialog.draft}
          busy={busy === dialog.draft.draftId}
          onClose={close}
          onReject={reason =>
            void run(dialog.draft.draftId, () => move(dialog.draft, "REJECT", reason), t.rejected).then(
              done => done && close(),
            )
          }
        />
      )}
    </>
  );
}
