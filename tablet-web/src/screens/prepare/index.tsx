import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unwrap } from "../../core/api.ts";
import { dayAndTime } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import type { PreparationTask } from "../../core/schemas.ts";
import { AccountMenu, useApi, useSignedIn } from "../../hall/index.ts";
import { Reading } from "../../hall/reading.tsx";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { AppHeader, EmptyState, ErrorState, HeaderLink, Skeleton, StateChip } from "../../ui/index.ts";
import { AssignmentCard } from "./AssignmentCard.tsx";
import { Decisions } from "./Decisions.tsx";
import styles from "./prepare.module.css";

const everyMs = 10_000;

/** What the own units are asked to prepare, session by session, and what waits for one's approval. */
export default function Prepare() {
  const t = useText(preparation);
  const me = useSignedIn();
  const units = me?.units ?? [];
  const hasSessions = (me?.bodies.length ?? 0) > 0;
  const mine = units.filter(unit => unit.roles.includes("PREPARER") || unit.roles.includes("APPROVER"));
  const found = useTasks();
  useEffect(() => {
    document.title = t.mine;
  }, [t]);
  const tasks = found.data?.tasks;
  return (
    <div className={styles.page}>
      <AppHeader
        title={t.mine}
        subtitle={mine.map(unit => unit.unitName).join(", ")}
        leading={hasSessions && <HeaderLink href="/" label={t.toSessions} />}
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {found.isPending && <Skeleton lines={8} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {tasks?.length === 0 && (
          <EmptyState icon="paper" title={t.emptyTitle}>
            {t.emptyText}
          </EmptyState>
        )}
        {tasks?.map(task => (
          <Task key={task.sessionId} task={task} />
        ))}
      </main>
    </div>
  );
}

function useTasks() {
  const api = useApi();
  return useQuery({
    queryKey: ["preparation", "own"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/preparation", { signal })),
    refetchInterval: everyMs,
  });
}

function Task({ task }: { task: PreparationTask }) {
  const t = useText(preparation);
  const words = useText(common);
  return (
    <Reading address={`/api/sessions/${task.sessionId}`}>
      <section className={styles.task} aria-labelledby={`task-${task.sessionId}`}>
        <div className={styles.head}>
          <h2 id={`task-${task.sessionId}`}>{task.title}</h2>
          <p className={styles.meta}>
            {task.bodyName} · {task.opensAt === undefined ? t.notPlanned : t.opens(dayAndTime(task.opensAt))}
          </p>
          {task.ended && <StateChip icon="lock">{words.sessionState.ENDED}</StateChip>}
        </div>
        <Decisions task={task} />
        {task.assignments.map(assignment => (
          <AssignmentCard
            key={`${assignment.itemId}/${assignment.unitId}`}
            assignment={assignment}
            drafts={task.drafts.filter(
              draft => draft.itemId === assignment.itemId && draft.unitId === assignment.unitId,
            )}
            officeFiles={task.officeFiles.filter(
              file => file.itemId === assignment.itemId && file.unitId === assignment.unitId,
            )}
            locked={task.ended}
          />
        ))}
      </section>
    </Reading>
  );
}
