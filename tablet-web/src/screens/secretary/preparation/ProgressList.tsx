import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { dayOf } from "../../../core/format.ts";
import type { AssignmentView, Preparation as Board, SessionView } from "../../../core/schemas.ts";
import { DueChip } from "../../../features/drafts/DueChip.tsx";
import { useDraftWork } from "../../../hall/drafts.ts";
import { useApi } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { ConfirmDialog, Menu, StateChip } from "../../../ui/index.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import styles from "./preparation.module.css";

type Dialog = { kind: "change" | "drop"; assignment: AssignmentView };

/** Who has given what, item by item. */
export function ProgressList({ session, board, locked }: { session: SessionView; board: Board; locked: boolean }) {
  const t = useText(preparation);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const items = [...new Set(board.assignments.map(one => one.itemId))];
  return (
    <section className={styles.block} aria-labelledby="progress">
      <h3 id="progress">{t.board.progress}</h3>
      {items.map(itemId => {
        const asked = board.assignments.filter(one => one.itemId === itemId);
        const [first] = asked;
        return (
          <article key={itemId} className={styles.item}>
            <h4>{first && t.item(first.itemNumber ?? "-", first.itemTitle)}</h4>
            {first?.itemNumber === undefined && (
              <StateChip tone="warn" icon="warning">
                {t.gone}
              </StateChip>
            )}
            <ul>
              {asked.map(one => (
                <Row
                  key={one.unitId}
                  assignment={one}
                  locked={locked}
                  onChange={() => setDialog({ kind: "change", assignment: one })}
                  onDrop={() => setDialog({ kind: "drop", assignment: one })}
                />
              ))}
            </ul>
          </article>
        );
      })}
      {dialog?.kind === "change" && (
        <AssignDialog session={session.sessionId} board={board} assignment={dialog.assignment} onClose={close} />
      )}
      {dialog?.kind === "drop" && <DropDialog assignment={dialog.assignment} onClose={close} />}
    </section>
  );
}

function Row({
  assignment,
  locked,
  onChange,
  onDrop,
}: {
  assignment: AssignmentView;
  locked: boolean;
  onChange: () => void;
  onDrop: () => void;
}) {
  const t = useText(preparation).board;
  const { working, rejected, submitted, approved, published } = assignment;
  const counts = [
    working - rejected > 0 && t.working(working - rejected),
    rejected > 0 && t.back(rejected),
    submitted > 0 && t.submitted(submitted),
    approved > 0 && t.approved(approved),
    published > 0 && t.done(published),
  ].filter(words => words !== false);
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <b>{assignment.unitName}</b>
        <span className={styles.meta}>{counts.length === 0 ? t.none : counts.join(" · ")}</span>
        {assignment.note && <span className={styles.meta}>{assignment.note}</span>}
      </span>
      <DueChip assignment={assignment} today={dayOf(Date.now())} />
      {!locked && (
        <Menu
          label={`${t.change}: ${assignment.unitName}`}
          entries={[
            { id: "change", label: t.change, icon: "edit", onSelect: onChange },
            { id: "drop", label: t.unassign, icon: "trash", danger: true, onSelect: onDrop },
          ]}
        />
      )}
    </li>
  );
}

function DropDialog({ assignment, onClose }: { assignment: AssignmentView; onClose: () => void }) {
  const t = useText(preparation).board;
  const api = useApi();
  const { run, busy } = useDraftWork();
  const { sessionId, itemId, unitId } = assignment;
  const drop = async () => {
    const path = { sessionId, itemId, unitId };
    const sent = () =>
      unwrap(api.DELETE("/api/sessions/{sessionId}/preparation/{itemId}/{unitId}", { params: { path } }));
    if (await run("drop", sent, t.unassigned)) onClose();
  };
  return (
    <ConfirmDialog
      title={t.unassignTitle}
      action={t.unassign}
      busy={busy === "drop"}
      onClose={onClose}
      onConfirm={() => void drop()}
    >
      <p>{t.unassignText(assignment.unitName)}</p>
    </ConfirmDialog>
  );
}
