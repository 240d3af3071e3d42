import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { SearchPage } from "../../core/schemas.ts";
import { AccountMenu, useApi } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { AppHeader, Button, EmptyState, ErrorState, HeaderLink, Icon, Skeleton } from "../../ui/index.ts";
import { Filters } from "./Filters.tsx";
import { FoundReader, type Opened } from "./FoundReader.tsx";
import { Results } from "./Results.tsx";
import styles from "./search.module.css";
import { type Asked, asked, given, isKind } from "./wish.ts";

const step = 20;
const most = 100;
const fillingMs = 3_000;

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
  const sessions = useSessions();
  return (
    <div className={styles.page}>
      <AppHeader
        title={t.title}
        subtitle={t.everywhere}
        leading={<HeaderLink href={wish.session ? `/sessions/${wish.session}` : "/"} label={t.back} />}
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        <Box words={wish.q} onWords={q => change({ q })} />
        <Filters wish={wish} sessions={sessions} onChange={change} />
        <Answer wish={wish} limit={limit} onMore={() => setLimit(Math.min(most, limit + step))} onOpen={setOpened} />
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
  onOpen,
}: {
  wish: Asked;
  limit: number;
  onMore: () => void;
  onOpen: (opened: Opened) => void;
}) {
  const t = useText(texts);
  const api = useApi();
  const { q, session, kind, year } = wish;
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
              ...(isKind(kind) ? { kind } : {}),
              ...(year ? { year: Number(year) } : {}),
            },
          },
          signal,
        }),
      ),
  });
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
function useSessions() {
  const api = useApi();
  const page = useInfiniteQuery({
    queryKey: ["sessions"],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET("/api/sessions", { params: { query: pageParam ? { before: pageParam } : {} }, signal })),
    getNextPageParam: last => last.next,
  });
  return page.data?.pages.flatMap(one => one.sessions) ?? [];
}
