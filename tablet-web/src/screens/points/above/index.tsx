import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unwrap } from "../../../core/api.ts";
import { clockTime, dayAndTime, localDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { SessionAbove, SharedPaper, SharedSession } from "../../../core/schemas.ts";
import { AccountMenu, useApi } from "../../../hall/index.ts";
import { Reading, useOpenReadable } from "../../../hall/reading.tsx";
import { common } from "../../../i18n/common.ts";
import { joined } from "../../../i18n/joined.ts";
import { useText } from "../../../i18n/language.ts";
import { AppHeader, EmptyState, ErrorState, HeaderLink, Icon, Skeleton, StateChip } from "../../../ui/index.ts";
import styles from "./above.module.css";
import { Points } from "./Points.tsx";

const lookMs = 5_000;

/** A session of the server above, as this one has heard of it: readable while the line is down. */
export default function Above({ session }: { session: string }) {
  const t = useText(joined).door;
  const api = useApi();
  const found = useQuery({
    queryKey: ["session-above", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/joined/sessions/{sessionId}", { params: { path: { sessionId: session } }, signal })),
    refetchInterval: lookMs,
  });
  const title = found.data?.session.title;
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <div className={styles.page}>
      <AppHeader
        title={title ?? ""}
        subtitle={found.data?.session.bodyName ?? ""}
        leading={<HeaderLink href="/" label={t.back} />}
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {found.isPending && <Skeleton lines={8} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && (
          <Reading address={`/api/joined/sessions/${session}`}>
            <Shown above={found.data} onChanged={() => void found.refetch()} />
          </Reading>
        )}
      </main>
    </div>
  );
}

function Shown({ above, onChanged }: { above: SessionAbove; onChanged: () => void }) {
  const t = useText(joined).door;
  const words = useText(common);
  const { session } = above;
  return (
    <>
      <p className={styles.line} role="status">
        <Icon name={above.connected ? "online" : "offline"} size={20} />
        <span>{above.connected ? t.live : t.away(dayAndTime(above.at))}</span>
        <StateChip tone={session.state === "RUNNING" ? "live" : "neutral"}>
          {words.sessionState[session.state]}
        </StateChip>
      </p>
      {session.external && <p>{t.host(session.external.host)}</p>}
      <section className={styles.card} aria-labelledby="sittings">
        <h2 id="sittings">{t.sittings}</h2>
        <ul className={styles.sittings}>
          {session.sittings.map(sitting => (
            <li key={sitting.sittingId}>
              <b className="num">
                {clockTime(sitting.startsAt)} {localDate(sitting.date)}
              </b>{" "}
              {sitting.title}
            </li>
          ))}
        </ul>
      </section>
      {above.own.length > 0 && <Points above={above} onChanged={onChanged} />}
      <Agenda session={session} here={above.papersHere} />
    </>
  );
}

function Agenda({ session, here }: { session: SharedSession; here: readonly string[] }) {
  const t = useText(joined).door;
  const read = useOpenReadable();
  const open = (paper: SharedPaper) =>
    read({
      id: paper.paperId,
      title: paper.title,
      subtitle: paper.number ?? "",
      path: `papers/${paper.paperId}`,
      bytes: paper.bytes,
    });
  if (session.items.length === 0) return <EmptyState icon="list" title={t.noAgenda} />;
  return (
    <section className={styles.card} aria-labelledby="agenda">
      <h2 id="agenda">{t.agenda}</h2>
      <ol className={styles.items}>
        {session.items.map(item => (
          <li key={item.itemId} className={item.parentId ? styles.sub : undefined}>
            <p className={styles.item}>
              <span className="num">{item.number}</span>
              <span>
                {item.title}
                {item.presenter && <span className={styles.meta}>{item.presenter}</span>}
              </span>
            </p>
            {item.papers.map(paper => (
              <Paper key={paper.paperId} paper={paper} here={here.includes(paper.paperId)} onOpen={() => open(paper)} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Paper({ paper, here, onOpen }: { paper: SharedPaper; here: boolean; onOpen: () => void }) {
  const t = useText(joined).door;
  return (
    <button type="button" className={styles.paper} disabled={!here} onClick={onOpen}>
      <Icon name="paper" />
      <span className={styles.words}>
        {paper.title}
        <span className={styles.meta}>
          {[paper.number, t.pages(paper.pages), here ? undefined : t.coming].filter(Boolean).join(" · ")}
        </span>
      </span>
      {here && <Icon name="next" />}
    </button>
  );
}
