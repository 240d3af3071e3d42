import { useEffect, useMemo, useRef, useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { PaperPages, Problem } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { sidePanel as texts } from "../../i18n/side-panel.ts";
import { ErrorState, IconButton, Loading, Tabs } from "../../ui/index.ts";
import { orOwnPages } from "./own-pages.ts";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import styles from "./SidePanel.module.css";
import { type PagesDoor, readyPages } from "./side.ts";

type Heading = PaperPages["outline"][number];

/** Thumbnails and outline of the paper; a tap goes there. */
export default function SidePanel({
  door: server,
  document,
  page,
  total,
  onGo,
  onClose,
}: {
  door: PagesDoor;
  document: PDFDocumentProxy;
  page: number;
  total: number;
  onGo: (page: number) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const [tab, setTab] = useState<"pages" | "outline">("pages");
  const door = useMemo(() => orOwnPages(server, document), [server, document]);
  const { facts, problem, again } = useFacts(door);
  return (
    <aside
      className={styles.panel}
      aria-label={t.title}
      onKeyDown={event => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={styles.head}>
        <Tabs
          label={t.title}
          options={[
            { id: "pages", label: t.pages },
            { id: "outline", label: t.outline },
          ]}
          value={tab}
          onChange={setTab}
        />
        <IconButton icon="close" label={t.close} onClick={onClose} />
      </div>
      <div className={styles.body} role="tabpanel" aria-label={tab === "pages" ? t.pages : t.outline}>
        {problem && <ErrorState problem={problem} onRetry={again} />}
        {!problem && !facts && <Loading label={t.making} />}
        {facts && tab === "pages" && <Thumbnails door={door} facts={facts} page={page} total={total} onGo={onGo} />}
        {facts && tab === "outline" && <Outline headings={facts.outline} page={page} onGo={onGo} />}
      </div>
    </aside>
  );
}

function useFacts(door: PagesDoor) {
  const [state, setState] = useState<{ facts?: PaperPages; problem?: Problem }>({});
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    const left = new AbortController();
    setState({});
    readyPages(door, left.signal).then(
      facts => !left.signal.aborted && setState({ facts }),
      error => !left.signal.aborted && setState({ problem: asProblem(error) }),
    );
    return () => left.abort();
  }, [door, attempt]);
  return { ...state, again: () => setAttempt(n => n + 1) };
}

function Thumbnails({
  door,
  facts,
  page,
  total,
  onGo,
}: {
  door: PagesDoor;
  facts: PaperPages;
  page: number;
  total: number;
  onGo: (page: number) => void;
}) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[page - 1]?.scrollIntoView({ block: "nearest" });
  }, [page]);
  return (
    <ol className={styles.thumbnails} ref={list}>
      {Array.from({ length: total }, (_, index) => index + 1).map(number => (
        <li key={number} className={styles.item}>
          <Thumbnail door={door} number={number} ratio={ratioOf(facts, number)} current={number === page} onGo={onGo} />
        </li>
      ))}
    </ol>
  );
}

function ratioOf(facts: PaperPages, page: number): number {
  const size = facts.pages[page - 1];
  return size && size.height > 0 ? Math.max(0.33, size.width / size.height) : 210 / 297;
}

/** The picture is fetched when it comes near the view, and freed when it leaves. */
function Thumbnail({
  door,
  number,
  ratio,
  current,
  onGo,
}: {
  door: PagesDoor;
  number: number;
  ratio: number;
  current: boolean;
  onGo: (page: number) => void;
}) {
  const t = useText(texts);
  const button = useRef<HTMLButtonElement>(null);
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    const target = button.current;
    if (!target) return;
    let left = false;
    let held: string | undefined;
    const observer = new IntersectionObserver(
      entries => {
        if (!entries.some(entry => entry.isIntersecting)) return;
        observer.disconnect();
        door
          .thumbnail(number)
          .then(url => {
            held = url;
            if (left && url) URL.revokeObjectURL(url);
            else setPicture(url);
          })
          .catch(() => undefined); // the number alone leads there too
      },
      { rootMargin: "300px" },
    );
    observer.observe(target);
    return () => {
      left = true;
      observer.disconnect();
      if (held) URL.revokeObjectURL(held);
    };
  }, [door, number]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.thumbnail}
      aria-label={t.page(number)}
      aria-current={current ? "page" : undefined}
      onClick={() => onGo(number)}
    >
      <span className={styles.picture} style={{ aspectRatio: ratio }}>
        {picture && <img src={picture} alt="" />}
      </span>
      <span className={styles.number}>{number}</span>
    </button>
  );
}

function Outline({
  headings,
  page,
  onGo,
}: {
  headings: readonly Heading[];
  page: number;
  onGo: (page: number) => void;
}) {
  const t = useText(texts);
  if (headings.length === 0) return <p className={styles.none}>{t.noOutline}</p>;
  const here = headings.findLastIndex(heading => heading.page !== undefined && heading.page <= page);
  return (
    <ol className={styles.outline}>
      {headings.map((heading, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headings of a file never change
        <li key={at}>
          <button
            type="button"
            className={styles.heading}
            style={{ paddingLeft: 12 + 14 * (heading.level - 1) }}
            disabled={heading.page === undefined}
            aria-current={at === here ? "location" : undefined}
            onClick={() => heading.page && onGo(heading.page)}
          >
            <span lang="vi">{heading.title}</span>
            <span className={styles.at}>{heading.page}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
