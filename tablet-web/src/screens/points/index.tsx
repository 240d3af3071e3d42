import { useEffect } from "react";
import { asProblem } from "../../core/problem.ts";
import { AccountMenu } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { AppHeader, EmptyState, ErrorState, HeaderLink, Skeleton } from "../../ui/index.ts";
import { OwnCard } from "./OwnCard.tsx";
import styles from "./points.module.css";
import { useOwnPoints } from "./useOwnPoints.ts";

const everyMs = 15_000;

/** Invitations of the units that I administer, and the points to which I am sent. */
export default function OwnPoints() {
  const t = useText(texts);
  const found = useOwnPoints(everyMs);
  useEffect(() => {
    document.title = t.own;
  }, [t]);
  return (
    <div className={styles.page}>
      <AppHeader title={t.own} leading={<HeaderLink href="/" label={t.toSessions} />}>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {found.isPending && <Skeleton lines={6} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data?.points.length === 0 && (
          <EmptyState icon="online" title={t.ownEmptyTitle}>
            {t.ownEmptyText}
          </EmptyState>
        )}
        {found.data?.points.map(point => (
          <OwnCard key={`${point.sessionId}/${point.pointId}`} point={point} onChanged={() => void found.refetch()} />
        ))}
      </main>
    </div>
  );
}
