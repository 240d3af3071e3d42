import { useState, useSyncExternalStore } from "react";
import { dayOf } from "../../core/format.ts";
import type { AssignmentView, DraftOffice, DraftView, Problem } from "../../core/schemas.ts";
import { DraftRow } from "../../features/drafts/DraftRow.tsx";
import { DueChip } from "../../features/drafts/DueChip.tsx";
import { LeaveQuestion } from "../../features/papers/LeaveQuestion.tsx";
import { DropPlace, UploadRow } from "../../features/papers/PaperList.tsx";
import { DraftOriginal } from "../../hall/draft-original.tsx";
import { useDraftMove, useDraftWork } from "../../hall/drafts.ts";
import { useOpenDraft } from "../../hall/open-draft.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { Button, StateChip } from "../../ui/index.ts";
import { DraftActions } from "./DraftActions.tsx";
import { KeptOffices } from "./KeptOffices.tsx";
import styles from "./prepare.module.css";
import { useInUnit } from "./roles.ts";
import { useDraftUploads } from "./useDraftUploads.ts";

/** One item that a unit is asked for: until when, what is there, and where files are dropped. */
export function AssignmentCard({
  assignment,
  drafts,
  officeFiles,
  locked,
}: {
  assignment: AssignmentView;
  drafts: readonly DraftView[];
  /** Those that wait for a PDF in their place. */
  officeFiles: readonly DraftOffice[];
  locked: boolean;
}) {
  const t = useText(preparation);
  const gone = assignment.itemNumber === undefined;
  const preparer = useInUnit()(assignment.unitId, "PREPARER") && !locked && !gone;
  const open = useOpenDraft();
  const title = t.item(assignment.itemNumber ?? "-", assignment.itemTitle);
  const uploads = useDraftUploads(assignment);
  const files = useSyncExternalStore(uploads.subscribe, uploads.list);
  const there = new Set(drafts.map(draft => draft.draftId));
  const onTheirWay = new Set(files.filter(({ state }) => state.kind !== "failed").map(upload => upload.paperId));
  const kept = officeFiles.filter(file => !onTheirWay.has(file.draftId));
  const keptIds = new Set(kept.map(file => file.draftId));
  const coming = files.filter(({ paperId, version, state }) =>
    state.kind === "failed" && keptIds.has(paperId)
      ? !isOfficeProblem(state.problem)
      : version === undefined
        ? !there.has(paperId)
        : state.kind !== "done",
  );
  const ready = drafts.filter(draft => draft.state === "DRAFT" && draft.issuer !== undefined);
  const sorted = drafts.toSorted((a, b) => begunAt(a) - begunAt(b));
  return (
    <article className={styles.card} aria-label={title}>
      <div className={styles.cardHead}>
        <h3>{title}</h3>
        <DueChip assignment={assignment} today={dayOf(Date.now())} />
      </div>
      <p className={styles.meta}>
        {assignment.unitName}
        {gone && (
          <>
            {" · "}
            <StateChip tone="warn" icon="warning">
              {t.gone}
            </StateChip>
          </>
        )}
      </p>
      {assignment.note && <p className={styles.note}>{t.note(assignment.note)}</p>}
      {drafts.length + coming.length + kept.length === 0 && <p className={styles.meta}>{t.nothing}</p>}
      <ul>
        {sorted.map(draft => (
          <DraftRow
            key={draft.draftId}
            draft={draft}
            original={<DraftOriginal draft={draft} />}
            onOpen={() => open(draft)}
          >
            {preparer && (
              <DraftActions
                draft={draft}
                one={ready.length < 2}
                onFile={file => uploads.replace(draft.itemId, asPaper(draft), file)}
              />
            )}
          </DraftRow>
        ))}
        {coming.map(upload => (
          <UploadRow
            key={`${upload.paperId}/${upload.version}`}
            upload={upload}
            onRetry={id => uploads.retry(id)}
            onCancel={id => uploads.cancel(id)}
          />
        ))}
      </ul>
      <KeptOffices files={kept} uploads={uploads} preparer={preparer} />
      {preparer && <SubmitAll ready={ready} />}
      {preparer && <DropPlace onFiles={chosen => uploads.add(assignment.itemId, chosen)} />}
      <LeaveQuestion uploads={uploads} within="/prepare" />
    </article>
  );
}

/** What is said of the kept file itself. */
function isOfficeProblem({ code }: Problem): boolean {
  return code === "office:no-converter" || code === "office:not-converted" || code === "office:too-slow";
}

function begunAt({ steps, changedAt }: DraftView): number {
  return steps[0]?.at ?? changedAt;
}

/** As the uploads count: the file that comes is one revision more. */
function asPaper({ draftId, title, kind, number, revision }: DraftView) {
  return { paperId: draftId, title, kind, version: revision, ...(number && { number }) };
}

function SubmitAll({ ready }: { ready: readonly DraftView[] }) {
  const t = useText(preparation);
  const move = useDraftMove();
  const { run, busy } = useDraftWork();
  const [at, setAt] = useState(0);
  if (ready.length < 2) return null;
  const submit = async () => {
    for (const [index, draft] of ready.entries()) {
      setAt(index + 1);
      await move(draft, "SUBMIT");
    }
  };
  return (
    <p className={styles.all}>
      <Button tone="primary" icon="send" busy={busy === "all"} onClick={() => void run("all", submit, t.submitted)}>
        {busy === "all" ? `${at}/${ready.length}` : t.submitAll(ready.length)}
      </Button>
    </p>
  );
}
