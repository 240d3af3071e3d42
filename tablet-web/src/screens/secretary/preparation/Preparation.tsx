import { useState } from "react";
import { dayOf } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { AssignmentView, Preparation as Board, SessionView } from "../../../core/schemas.ts";
import { handedIn, urgencyOf } from "../../../features/drafts/due.ts";
import { usePart } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { Button, EmptyState, ErrorState, Skeleton, StateChip } from "../../../ui/index.ts";
import { AssignDialog } from "./AssignDialog.tsx";
import { HandedIn } from "./HandedIn.tsx";
import { ProgressList } from "./ProgressList.tsx";
import styles from "./preparation.module.css";
import { usePreparation } from "./usePreparation.ts";

/** Which units prepare papers for which item, how far they are, and what waits to be published. */
export function Preparation({ session }: { session: SessionView }) {
  const found = usePreparation(session.sessionId);
  if (found.isPending) return <Skeleton lines={8} />;
  if (!found.data) return <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />;
  return (
    <>
      {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
      <Shown session={session} board={found.data} />
    </>
  );
}

function Shown({ session, board }: { session: SessionView; board: Board }) {
  const t = useText(preparation).board;
  const items = usePart("agenda")?.items ?? [];
  const [asking, setAsking] = useState(false);
  const locked = session.state === "ENDED";
  const ask = !locked && items.length > 0 && (
    <Button tone="primary" icon="plus" onClick={() => setAsking(true)}>
      {t.assign}
    </Button>
  );
  return (
    <div className={styles.board}>
      <div className={styles.head}>
        <h2>{t.title}</h2>
        <Summary board={board} />
        {board.assignments.length > 0 && ask}
      </div>
      {board.assignments.length === 0 ? (
        <EmptyState icon="users" title={t.emptyTitle}>
          <p>{t.emptyText}</p>
          <p className={styles.emptyAction}>{ask}</p>
        </EmptyState>
      ) : (
        <>
          <HandedIn board={board} items={items} locked={locked} />
          <ProgressList session={session} board={board} locked={locked} />
        </>
      )}
      {asking && <AssignDialog session={session.sessionId} board={board} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Summary({ board }: { board: Board }) {
  const t = useText(preparation).board;
  const today = dayOf(Date.now());
  const asked = board.assignments;
  if (asked.length === 0) return null;
  const late = asked.filter(one => urgencyOf(one, today) === "overdue").length;
  const waiting = asked.reduce((sum, one) => sum + one.approved, 0);
  const given = asked.filter((one: AssignmentView) => handedIn(one) > 0).length;
  return (
    <p className={styles.summary}>
      <StateChip tone={given === asked.length ? "good" : "info"}>{t.summary(given, asked.length)}</StateChip>
      {late > 0 && (
        <StateChip tone="bad" icon="warning">
          {t.overdueCount(late)}
        </StateChip>
      )}
      {waiting > 0 && (
        <StateChip tone="warn" icon="send">
          {t.waitingCount(waiting)}
        </StateChip>
      )}
    </p>
  );
}
