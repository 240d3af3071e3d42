import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import { patient, unwrap } from "../../core/api.ts";
import { asProblem, isOutOfReach } from "../../core/problem.ts";
import type { ItemView, Role, SearchPage, SessionSummary } from "../../core/schemas.ts";
import { AccountMenu, useApi, useAuthState } from "../../hall/index.ts";
import { type KeptPaper, useKeptPapers } from "../../hall/kept-papers.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { AppHeader, Button, EmptyState, ErrorState, HeaderLink, Icon, Skeleton } from "../../ui/index.ts";
import { Filters } from "./Filters.tsx";
import { FoundReader, type Opened } from "./FoundReader.tsx";
import { Results } from "./Results.tsx";
import styles from "./search.module.css";
import { type Asked, asked, given, isKind } from "./wish.ts";

const HereAnswer = lazy(() => import("./HereAnswer.tsx"));

const step = 20;
const most = 100;
const fillingMs = 3_000;
/** ms until the server is asked again after it could not be reached. */
const lostMs = 5_000;

/** Search over all papers that the person may open; what is asked for stands in the address. */
export default function Search() {
  const t = useText(texts);
  const [params, setParams] = useSearchParams();
  const wish = asked(params);
  const [limit, setLimit] = useState(step);
  const [opened, setOpened] = useState<Opened>();
  const change = (next: Partial<Asked>) => {
    setLimit(step);
    setParams(given({ ...wish, ...next }), { replace: true });
  };
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  const offline = useAuthState().kind === "offline";
  const online = useSessions(!offline);
  const papers = useKeptPapers(offline || online.lost);
  const away = offline || (online.lost && papers !== undefined && papers.length > 0);
  const kept = useMemo(() => sessionsOf(papers ?? []), [papers]);
  const sessions = away ? kept : online.sessions;
  const chosen = sessions.find(one => one.sessionId === wish.session);
  const agenda = useItems(away ? undefined : chosen);
  const items = away ? itemsOf(papers ?? [], wish.session) : agenda;
  return (
    <div className={styles.page}>
      <AppHeader
        title={t.title}
        subtitle={away ? t.here.subtitle : t.everywhere}
        leading={<HeaderLink href={wish.session ? `/sessions/${wish.session}` : "/"} label={t.back} />}
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        <Box words={wish.q} onWords={q => change({ q })} />
        <Filters wish={wish} sessions={sessions} items={items} onChange={change} />
        {away ? (
          <Suspense fallback={<Skeleton lines={6} />}>
            <HereAnswer wish={wish} papers={papers} onOpen={setOpened} />
          </Suspense>
        ) : (
          <Answer
            wish={wish}
            limit={limit}
            onMore={() => setLimit(Math.min(most, limit + step))}
            onLost={online.again}
            onOpen={setOpened}
          />
        )}
      </main>
      {opened && <FoundReader opened={opened} onClose={() => setOpened(undefined)} />}
    </div>
  );
}

/** The field for the words; they are looked for when one pauses or presses Enter. */
function Box({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const t = useText(texts);
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    if (typed === words) return;
    const pause = setTimeout(() => onWords(typed), 350);
    return () => clearTimeout(pause);
  }, [typed, words, onWords]);
  return (
    <search>
      <form
        className={styles.box}
        onSubmit={event => {
          event.preventDefault();
          onWords(typed);
        }}
      >
        <Icon name="search" />
        <input
          className={styles.input}
          type="search"
          // biome-ignore lint/a11y/noAutofocus: one comes here to type
          autoFocus
          enterKeyHint="search"
          maxLength={200}
          aria-label={t.box}
          placeholder={t.placeholder}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        <Button tone="primary" type="submit">
          {t.find}
        </Button>
      </form>
    </search>
  );
}

function Answer({
  wish,
  limit,
  onMore,
  onLost,
  onOpen,
}: {
  wish: Asked;
  limit: number;
  onMore: () => void;
  /** The server did not answer. */
  onLost: () => void;
  onOpen: (opened: Opened) => void;
}) {
  const t = useText(texts);
  const api = useApi();
  const { q, session, item, kind, year } = wish;
  const says = q.trim().length > 0;
  const answer = useQuery<SearchPage>({
    queryKey: ["search", wish, limit],
    enabled: says,
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: query => (query.state.data?.complete === false ? fillingMs : false),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET("/api/search", {
          params: {
            query: {
              q: q.trim(),
              limit,
              ...(session ? { session } : {}),
              ...(item ? { item } : {}),
              ...(isKind(kind) ? { kind } : {}),
              ...(year ? { year: Number(year) } : {}),
            },
          },
          signal: patient(signal),
        }),
      ),
  });
  const lost = isOutOfReach(answer.error);
  useEffect(() => {
    if (lost) onLost();
  }, [lost, onLost]);
  if (!says) {
    return (
      <EmptyState icon="search" title={t.startTitle}>
        {t.startText}
      </EmptyState>
    );
  }
  if (answer.error) return <ErrorState problem={asProblem(answer.error)} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton lines={6} />;
  const { papers, more, complete } = answer.data;
  return (
    <>
      <p className={styles.count} role="status">
        {papers.length > 0 && t.found(papers.length, more)}
      </p>
      {!complete && (
        <p className={styles.filling}>
          <Icon name="info" size={20} />
          <span>{t.filling}</span>
        </p>
      )}
      {papers.length === 0 ? (
        <EmptyState icon="search" title={t.noneTitle}>
          {t.noneText}
        </EmptyState>
      ) : (
        <Results papers={papers} onOpen={onOpen} />
      )}
      {more && limit < most && (
        <Button busy={answer.isFetching} onClick={onMore}>
          {t.more}
        </Button>
      )}
    </>
  );
}

/** Sessions of the person, for the filter; those on the first page of the list are enough to choose from. */
function useSessions(enabled: boolean) {
  const api = useApi();
  // Once it has failed it stays so until an answer comes: a new try is no answer.
  const [lost, setLost] = useState(false);
  const page = useInfiniteQuery({
    queryKey: ["sessions"],
    enabled,
    initialPageParam: "",
    refetchInterval: lost && lostMs,
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET("/api/sessions", {
          params: { query: pageParam ? { before: pageParam } : {} },
          signal: patient(signal),
        }),
      ),
    getNextPageParam: last => last.next,
  });
  const failed = isOutOfReach(page.error);
  useEffect(() => {
    if (failed) setLost(true);
    else if (page.isSuccess) setLost(false);
  }, [failed, page.isSuccess]);
  const { refetch } = page;
  const again = useCallback(() => void refetch(), [refetch]);
  return { sessions: page.data?.pages.flatMap(one => one.sessions) ?? [], lost, again };
}

const views = { CHAIR: "control", SECRETARY: "control", DELEGATE: "delegate", GUEST: "guest" } as const;
const ranks = Object.keys(views) as (keyof typeof views)[];

/** The agenda of a session as the person sees it, for the filter. */
function useItems(session: SessionSummary | undefined): readonly ItemView[] {
  const api = useApi();
  const role = ranks.find(one => session?.roles.includes(one satisfies Role));
  const sessionId = session?.sessionId ?? "";
  const items = useQuery({
    queryKey: ["agenda", sessionId, role],
    enabled: role !== undefined,
    queryFn: async ({ signal }) => {
      const as = views[role ?? "DELEGATE"];
      const params = { path: { sessionId }, query: { as } };
      const state = await unwrap(api.GET("/api/sessions/{sessionId}/state", { params, signal: patient(signal) }));
      return state.parts.agenda?.items ?? [];
    },
  });
  return items.data ?? none;
}

const none: readonly ItemView[] = [];

function sessionsOf(papers: readonly KeptPaper[]): SessionSummary[] {
  return [...new Map(papers.map(({ session }) => [session.sessionId, session])).values()];
}

function itemsOf(papers: readonly KeptPaper[], session: string): ItemView[] {
  const own = papers.filter(one => one.session.sessionId === session);
  return [...new Map(own.map(({ item }) => [item.itemId, item])).values()];
}
