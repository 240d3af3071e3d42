import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { patient, unwrap } from "../../core/api.ts";
import { clockTime, localDate } from "../../core/format.ts";
import { asProblem, isOutOfReach } from "../../core/problem.ts";
import type { SessionState, SessionSummary } from "../../core/schemas.ts";
import { AccountMenu, useApi, useAuthState, useKeptSessions } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { entrance } from "../../i18n/entrance.ts";
import { joined } from "../../i18n/joined.ts";
import { useText } from "../../i18n/language.ts";
import { AppHeader, Button, EmptyState, ErrorState, Icon, Skeleton, StateChip } from "../../ui/index.ts";
import styles from "./SessionList.module.css";

const groups = [
  { state: "RUNNING", title: "running" },
  { state: "PUBLISHED", title: "upcoming" },
  { state: "DRAFT", title: "drafts" },
  { state: "ENDED", title: "ended" },
] as const satisfies readonly { state: SessionState; title: string }[];

/** All sessions of the person's councils, the running one on top. */
export function SessionList({ actions }: { actions?: ReactNode }) {
  const t = useText(entrance).list;
  const app = useText(common).app;
  const api = useApi();
  const offline = useAuthState().kind === "offline";
  const page = useInfiniteQuery({
    queryKey: ["sessions"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/sessions", {
          params: { query: pageParam ? { before: pageParam } : {} },
          signal: patient(signal),
        }),
      ),
    getNextPageParam: last => last.next,
    refetchInterval: 30_000,
    enabled: !offline,
  });
  const kept = useKeptSessions(offline || isOutOfReach(page.error));
  const away = offline || (!page.isSuccess && kept !== undefined && kept.length > 0);
  const fetched = page.data?.pages.flatMap(one => one.sessions);
  const sessions = away ? kept : fetched;
  return (
    <div className={styles.page}>
      <AppHeader title={app.name} subtitle={app.tagline}>
        <Link href="/search" className={styles.search} aria-label={app.search} title={app.search}>
          <Icon name="search" />
        </Link>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        <div className={styles.top}>
          <h2 className={styles.title}>{t.title}</h2>
          {actions}
        </div>
        {away && (
          <p className={styles.away} role="status">
            <Icon name="offline" size={20} /> {t.offline}
          </p>
        )}
        {(away ? !kept : page.isPending) && <Skeleton lines={6} />}
        {page.error && !away && !sessions && (
          <ErrorState problem={asProblem(page.error)} onRetry={() => void page.refetch()} />
        )}
        {sessions?.length === 0 && (
          <EmptyState icon="calendar" title={away ? t.offlineEmpty : t.emptyTitle}>
            {away ? t.offlineEmptyText : t.emptyText}
          </EmptyState>
        )}
        {sessions && (
          <>
            {page.error && !away && <ErrorState problem={asProblem(page.error)} onRetry={() => void page.refetch()} />}
            {groups.map(group => (
              <Group
                key={group.state}
                title={t[group.title]}
                sessions={sessions.filter(session => session.state === group.state)}
              />
            ))}
          </>
        )}
        {!away && <SessionsAbove />}
        {page.hasNextPage && !away && (
          <Button busy={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
            {t.more}
          </Button>
        )}
      </main>
    </div>
  );
}

/** Sessions of the server above, as this one has heard of them. */
function SessionsAbove() {
  const t = useText(joined);
  const api = useApi();
  const found = useQuery({
    queryKey: ["sessions-above"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/joined/sessions", { signal })),
    refetchInterval: 30_000,
  });
  if (!found.data || found.data.sessions.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.groupTitle}>{t.list}</h3>
      <ul className={styles.list}>
        {found.data.sessions.map(session => (
          <li key={session.sessionId}>
            <Row session={session} href={`/joined/${session.sessionId}`} kind={session.unitName} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ title, sessions }: { title: string; sessions: readonly SessionSummary[] }) {
  const t = useText(entrance).list;
  const words = useText(common);
  if (sessions.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3 className={styles.groupTitle}>{title}</h3>
      <ul className={styles.list}>
        {sessions.map(session => (
          <li key={session.sessionId}>
            <Row session={session} href={`/sessions/${session.sessionId}`} kind={words.sessionKind[session.kind]} />
            {(session.state === "RUNNING" || session.state === "ENDED") && (
              <Link href={`/sessions/${session.sessionId}/recordings`} className={styles.recordings}>
                <Icon name="play" size={18} /> {t.recordings}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Shown = Pick<SessionSummary, "title" | "bodyName" | "state"> & {
  sittings: readonly { date: string; startsAt: number }[];
};

function Row({ session, href, kind }: { session: Shown; href: string; kind: string }) {
  const t = useText(common);
  const words = useText(entrance).list;
  const first = session.sittings[0];
  return (
    <Link href={href} className={styles.row}>
      <span className={styles.when} aria-hidden="true">
        <b className="num">{first ? localDate(first.date).slice(0, 5) : "–"}</b>
        <span className="num">{first ? first.date.slice(0, 4) : ""}</span>
      </span>
      <span className={styles.words}>
        <b className={styles.name}>{session.title}</b>
        <span className={styles.meta}>
          {session.bodyName} · {kind}
        </span>
        <span className={styles.meta}>
          {first
            ? `${words.sittings(session.sittings.length)}: ${session.sittings
                .map(sitting => `${clockTime(sitting.startsAt)} ${localDate(sitting.date)}`)
                .join(", ")}`
            : words.noSitting}
        </span>
      </span>
      <span className={styles.end}>
        <StateChip tone={session.state === "RUNNING" ? "live" : session.state === "PUBLISHED" ? "info" : "neutral"}>
          {t.sessionState[session.state]}
        </StateChip>
        <Icon name="next" />
      </span>
    </Link>
  );
}
