import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { exactTime, fold, shortDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { Role, SessionView } from "../../../core/schemas.ts";
import { type JournalLine, type JournalPart, linesOf, noNames } from "../../../features/journal-log/sentence.ts";
import { useSaveFile } from "../../../hall/file.ts";
import { useApi, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { journal as texts } from "../../../i18n/journal.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, EmptyState, ErrorState, Skeleton } from "../../../ui/index.ts";
import { SearchBox } from "../../../ui/SearchBox.tsx";
import { ChoiceBox } from "../ChoiceBox.tsx";
import styles from "./Journal.module.css";

type Filter = JournalPart | "all";
const pageSize = 200;

/** The journal in sentences, newest first; a filter reads on until the beginning. */
export function Journal({ session }: { session: SessionView }) {
  const t = useText(texts);
  const [filter, setFilter] = useState<Filter>("all");
  const [typed, setTyped] = useState("");
  const { page, lines } = useJournal(session);
  const checkpoint = usePart("checkpoint")?.newest;
  const file = useSaveFile();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = page;
  const searching = filter !== "all" || typed.trim() !== "";
  useEffect(() => {
    if (searching && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [searching, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const wanted = fold(typed.trim());
  const shown = lines.filter(
    line =>
      (filter === "all" || line.part === filter) &&
      (wanted === "" || fold(`${line.sentence} ${line.entry.byName ?? ""}`).includes(wanted)),
  );
  const last = page.data?.pages[0]?.last ?? 0;
  return (
    <section className={styles.page} aria-labelledby="journal-title">
      <div className={styles.head}>
        <div>
          <h2 id="journal-title">{t.title}</h2>
          <p className={styles.intro}>{t.intro}</p>
          <p className={styles.intro}>
            {checkpoint ? t.signed(checkpoint.size) : t.unsigned} {t.exportText}
          </p>
        </div>
        <div className={styles.acts}>
          <Button icon="refresh" busy={page.isRefetching} onClick={() => void page.refetch()}>
            {t.refresh}
          </Button>
          <Button
            icon="download"
            busy={file.busy}
            onClick={() =>
              void file.save(`/api/sessions/${session.sessionId}/journal/export`, t.exportName(session.sessionId))
            }
          >
            {t.export}
          </Button>
        </div>
      </div>
      <div className={styles.tools}>
        <ChoiceBox label={t.filter} value={filter} onChange={event => setFilter(event.target.value as Filter)}>
          {(Object.keys(t.parts) as Filter[]).map(part => (
            <option key={part} value={part}>
              {t.parts[part]}
            </option>
          ))}
        </ChoiceBox>
        <SearchBox label={t.find} value={typed} onChange={setTyped} />
        <span className={`num ${styles.count}`} role="status">
          {t.count(shown.length, last)}
        </span>
      </div>
      {page.isPending && <Skeleton lines={8} />}
      {page.error && <ErrorState problem={asProblem(page.error)} onRetry={() => void page.refetch()} />}
      {page.data && shown.length === 0 && !isFetchingNextPage && (
        <EmptyState icon="list" title={t.emptyTitle}>
          {searching ? t.emptyFilter : t.emptyText}
        </EmptyState>
      )}
      {shown.length > 0 && <Lines lines={shown} />}
      {hasNextPage && (
        <div className={styles.more}>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t.older}
          </Button>
        </div>
      )}
    </section>
  );
}

function Lines({ lines }: { lines: readonly JournalLine[] }) {
  const t = useText(texts);
  const words = useText(common);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-labelledby="journal-title">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.seq}</th>
            <th scope="col">{t.columns.at}</th>
            <th scope="col">{t.columns.what}</th>
            <th scope="col">{t.columns.by}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ entry, sentence, readable }) => (
            <tr key={entry.seq}>
              <td className={`num ${styles.seq}`}>{entry.seq}</td>
              <td className={`num ${styles.at}`}>
                {exactTime(entry.at)} <span className={styles.quiet}>{shortDate(entry.at)}</span>
              </td>
              <td className={readable ? undefined : styles.quiet}>{sentence}</td>
              <td className={styles.by}>
                {entry.byName ?? t.system}
                <span className={styles.quiet}>
                  {entry.roles
                    .filter((role): role is Role => role in words.role)
                    .map(role => words.role[role])
                    .join(", ")}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Pages from the newest backwards. The first page asks where the end is. */
function useJournal(session: SessionView) {
  const t = useText(texts);
  const api = useApi();
  const attendance = usePart("attendance");
  const agenda = usePart("agenda");
  const voting = usePart("voting");
  const read = (after: number, limit: number, signal: AbortSignal) =>
    unwrap(
      api.GET("/api/sessions/{sessionId}/journal", {
        params: { path: { sessionId: session.sessionId }, query: { after, limit } },
        signal,
      }),
    );
  const page = useInfiniteQuery({
    queryKey: ["journal", session.sessionId],
    initialPageParam: undefined as number | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const upTo = pageParam ?? (await read(0, 1, signal)).last;
      const after = Math.max(0, upTo - pageSize);
      const got = await read(after, pageSize, signal);
      return { ...got, after, entries: got.entries.filter(entry => entry.seq <= upTo || pageParam === undefined) };
    },
    getNextPageParam: oldest => (oldest.after > 0 ? oldest.after : undefined),
  });
  const lines = useMemo(() => {
    const known = noNames();
    for (const row of attendance?.rows ?? []) known.person.set(row.personId, row.name);
    for (const sitting of session.sittings) known.sitting.set(sitting.sittingId, sitting.title);
    for (const item of agenda?.items ?? []) {
      known.item.set(item.itemId, item.title);
      for (const paper of item.papers) known.paper.set(paper.paperId, paper.title);
    }
    for (const vote of voting?.votes ?? []) known.vote.set(vote.voteId, vote.title);
    const oldestFirst = (page.data?.pages ?? []).toReversed().flatMap(one => one.entries);
    return linesOf(oldestFirst, known, t).toReversed();
  }, [page.data, attendance, agenda, voting, session.sittings, t]);
  return { page, lines };
}
