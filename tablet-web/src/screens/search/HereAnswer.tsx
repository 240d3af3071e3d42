import { useEffect, useMemo, useState } from "react";
import { useStore } from "../../hall/index.ts";
import type { KeptPaper } from "../../hall/kept-papers.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { EmptyState, Icon, Progress, Skeleton } from "../../ui/index.ts";
import type { Opened } from "./FoundReader.tsx";
import { type FoundHere, find, Shelf, terms, wanted } from "./here.ts";
import { Results } from "./Results.tsx";
import styles from "./search.module.css";
import type { Asked } from "./wish.ts";

/** What the papers on this device have of the words, while the server is away. */
export default function HereAnswer({
  wish,
  papers,
  onOpen,
}: {
  wish: Asked;
  papers: readonly KeptPaper[] | undefined;
  onOpen: (opened: Opened) => void;
}) {
  const t = useText(texts);
  const { found, read, all } = useSearchHere(papers, wish);
  if (all === undefined) return <Skeleton lines={6} />;
  if (all === 0) {
    return (
      <EmptyState icon="offline" title={t.here.none}>
        {t.here.noneText}
      </EmptyState>
    );
  }
  const says = wish.q.trim().length > 0;
  const done = read === all;
  return (
    <>
      <p className={styles.filling} role="status">
        <Icon name="offline" size={20} />
        <span>{t.here.only(all)}</span>
      </p>
      {says && !done && <Progress label={t.here.reading} value={read} max={all} text={t.here.read(read, all)} />}
      <p className={styles.count} role="status">
        {says && done && found.length > 0 && t.found(found.length, false)}
      </p>
      {!says && (
        <EmptyState icon="search" title={t.startTitle}>
          {t.startText}
        </EmptyState>
      )}
      {says && done && found.length === 0 && (
        <EmptyState icon="search" title={t.noneTitle}>
          {t.noneText}
        </EmptyState>
      )}
      {found.length > 0 && (
        <Results
          papers={found.map(one => one.found)}
          onOpen={opened => {
            const kept = found.find(one => one.found === opened.found);
            onOpen({ ...opened, ...(kept ? { sha256: kept.sha256 } : {}) });
          }}
        />
      )}
    </>
  );
}

type Searched = { found: readonly FoundHere[]; read: number; all: number | undefined };

/** Reads paper by paper in the order of the agenda and shows what has been found so far. */
function useSearchHere(papers: readonly KeptPaper[] | undefined, wish: Asked): Searched {
  const store = useStore();
  const shelf = useMemo(() => store && new Shelf(store), [store]);
  const [state, setState] = useState<Searched>({ found: [], read: 0, all: undefined });
  const { q, session, item, kind, year } = wish;
  useEffect(() => {
    if (!papers) return;
    const stop = new AbortController();
    const search = async () => {
      const here = shelf ? await shelf.here(wanted(papers, { q, session, item, kind, year })) : [];
      if (stop.signal.aborted) return;
      const asked = terms(q);
      setState({ found: [], read: 0, all: here.length });
      if (!shelf || q.trim() === "") return;
      const found: FoundHere[] = [];
      for (const [at, kept] of here.entries()) {
        const one = find(kept, await shelf.pages(kept, stop.signal), asked);
        if (stop.signal.aborted) return;
        if (one) found.push(one);
        setState({ found: [...found], read: at + 1, all: here.length });
      }
    };
    search().catch(() => undefined); // other words are looked for, or the screen was left
    return () => stop.abort();
  }, [shelf, papers, q, session, item, kind, year]);
  return state;
}
