import { Fragment } from "react";
import type { FoundPaper } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { search as texts } from "../../i18n/search.ts";
import { Icon } from "../../ui/index.ts";
import type { Opened } from "./FoundReader.tsx";
import styles from "./search.module.css";

type Hit = FoundPaper["hits"][number];

/** The papers that were found, each with its best pages; a page opens the reader there. */
export function Results({ papers, onOpen }: { papers: readonly FoundPaper[]; onOpen: (opened: Opened) => void }) {
  return (
    <ol className={styles.results}>
      {papers.map(found => (
        <li key={`${found.sessionId}/${found.paper.paperId}`} className={styles.result}>
          <Paper found={found} onOpen={onOpen} />
        </li>
      ))}
    </ol>
  );
}

function Paper({ found, onOpen }: { found: FoundPaper; onOpen: (opened: Opened) => void }) {
  const t = useText(texts);
  const words = useText(common);
  const { paper, hits } = found;
  return (
    <article>
      <button type="button" className={styles.paper} onClick={() => onOpen({ found, hit: hits[0] })}>
        <span className={styles.meta}>{[words.paperKind[paper.kind], paper.number].filter(Boolean).join(" · ")}</span>
        <span className={styles.name} lang="vi">
          {paper.title}
        </span>
        <span className={styles.meta} lang="vi">
          {found.itemTitle} · {found.sessionTitle}
        </span>
      </button>
      {hits.length === 0 ? (
        <p className={styles.inTitle}>{t.inTitle}</p>
      ) : (
        <ul className={styles.hits}>
          {hits.map(hit => (
            <li key={hit.page}>
              <button type="button" className={styles.hit} onClick={() => onOpen({ found, hit })}>
                <span className={styles.where}>{t.page(hit.page)}</span>
                <Snippet hit={hit} />
                <Icon name="next" size={20} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.pages > hits.length && hits.length > 0 && (
        <p className={styles.inTitle}>{t.morePages(found.pages - hits.length)}</p>
      )}
    </article>
  );
}

function Snippet({ hit }: { hit: Hit }) {
  let at = 0;
  return (
    <span className={styles.snippet} lang="vi">
      {hit.snippet.map(piece => {
        const key = at;
        at += piece.text.length;
        return piece.hit ? <mark key={key}>{piece.text}</mark> : <Fragment key={key}>{piece.text}</Fragment>;
      })}
    </span>
  );
}
