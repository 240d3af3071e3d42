import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Link } from "wouter";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import { AccountMenu, useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { AppHeader, EmptyState, ErrorState, Icon, Skeleton } from "../../ui/index.ts";
import { OwnCard } from "./OwnCard.tsx";
import styles from "./points.module.css";

const everyMs = 15_000;

/** Invitations of the units that I administer, and the points to which I am sent. */
export default function OwnPoints() {
  const t = useText(texts);
  const api = useApi();
  const found = useQuery({
    queryKey: ["points", "own"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/points", { signal })),
    refetchInterval: everyMs,
  });
  useEffect(() => {
    document.title = t.own;
  }, [t]);
  return (
    <div className={styles.page}>
      <AppHeader
        title={t.own}
        leading={
          <Link href="/" className={styles.home} aria-label={t.toSessions} title={t.toSessions}>
            <Icon name="back" />
          </Link>
        }
      >
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
