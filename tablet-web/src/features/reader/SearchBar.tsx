import { type KeyboardEvent, useDeferredValue, useEffect, useState } from "react";
import { useText } from "../../i18n/language.ts";
import { reader as texts } from "../../i18n/reader.ts";
import { IconButton, Progress } from "../../ui/index.ts";
import type { PDFDocumentProxy } from "./pdfjs.ts";
import styles from "./SearchBar.module.css";
import type { Hit } from "./search.ts";
import { useSearch } from "./useSearch.ts";

const shownHits = 200;

/** Words that were found elsewhere, and the page they were found on. */
export type Find = { words: string; page: number };

/** Words to look for, how many were found and where; one hit is the chosen one. */
export default function SearchBar({
  document,
  at,
  find,
  onHits,
  onClose,
}: {
  document: PDFDocumentProxy;
  at: number;
  find?: Find | undefined;
  onHits: (hits: { all: readonly Hit[]; at: number }) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const [query, setQuery] = useState(find?.words ?? "");
  const start = find && query === find.words ? find.page : 1;
  const { hits, read, textless } = useSearch(document, useDeferredValue(query), start);
  const asked = query.trim().length >= 2;
  const done = read === document.numPages;
  useEffect(() => {
    onHits({
      all: hits,
      at: Math.max(
        hits.findIndex(hit => hit.page >= start),
        hits.length > 0 ? 0 : -1,
      ),
    });
  }, [hits, start, onHits]);
  const move = (by: number) => {
    if (hits.length > 0) onHits({ all: hits, at: (at + by + hits.length) % hits.length });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") move(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") onClose();
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles.bar}>
      <div className={styles.row}>
        <input
          className={styles.input}
          type="text"
          // biome-ignore lint/a11y/noAutofocus: opened by the reader's own button, one wants to type
          autoFocus
          aria-label={t.search}
          placeholder={t.searchPlaceholder}
          value={query}
          onChange={event => setQuery(event.target.value)}
          onKeyDown={keys}
        />
        <span className={styles.count} role="status">
          {asked && (textless ? t.noText : hits.length > 0 ? `${at + 1}/${t.hits(hits.length)}` : done ? t.noHits : "")}
        </span>
        <IconButton icon="up" label={t.previousHit} disabled={hits.length === 0} onClick={() => move(-1)} />
        <IconButton icon="down" label={t.nextHit} disabled={hits.length === 0} onClick={() => move(1)} />
        <IconButton icon="close" label={t.closeSearch} onClick={onClose} />
      </div>
      {asked && !done && <Progress label={t.searching(read, document.numPages)} value={read} max={document.numPages} />}
      {hits.length > 0 && (
        <ol className={styles.hits}>
          {hits.slice(0, shownHits).map((hit, index) => (
            <li key={`${hit.page}.${hit.first}.${hit.before}`}>
              <button
                type="button"
                className={styles.hit}
                aria-current={index === at}
                onClick={() => onHits({ all: hits, at: index })}
              >
                <span className={styles.where}>{t.hitOn(hit.page)}</span>
                <span lang="vi">
                  {hit.before}
                  <mark>{hit.match}</mark>
                  {hit.after}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </search>
  );
}
