import { Suspense, useCallback, useEffect, useMemo, useRef } from "react";
import type { FoundPaper } from "../../core/schemas.ts";
import { Reader } from "../../features/reader/index.ts";
import { useHousehold } from "../../hall/index.ts";
import { useKeptFetch } from "../../hall/kept-papers.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { IconButton, Loading } from "../../ui/index.ts";
import styles from "./search.module.css";

/** A paper and the page to show, if the words stand on one. `sha256`: it is read from this device. */
export type Opened = { found: FoundPaper; hit: FoundPaper["hits"][number] | undefined; sha256?: string };

/** The reader over the results, on the page that was found, the words marked. */
export function FoundReader({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const words = useText(common);
  const { api } = useHousehold();
  const fetch = useKeptFetch(opened.sha256);
  const dialog = useRef<HTMLDialogElement>(null);
  const { found, hit } = opened;
  const { paper, sessionId } = found;
  const source = useMemo(
    () => ({
      url: `/api/sessions/${sessionId}/papers/${paper.paperId}/content?version=${paper.version}`,
      bytes: paper.bytes,
      fetch,
    }),
    [sessionId, paper.paperId, paper.version, paper.bytes, fetch],
  );
  const find = useMemo(() => (hit ? { words: longest(hit), page: hit.page } : undefined), [hit]);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const told = useCallback(() => {
    const path = { sessionId, paperId: paper.paperId, version: paper.version };
    // Not knowing that it was read hinders nobody's reading.
    api
      .PUT("/api/sessions/{sessionId}/papers/{paperId}/openings/{version}", { params: { path } })
      .catch(() => undefined);
  }, [api, sessionId, paper.paperId, paper.version]);
  return (
    <dialog
      ref={dialog}
      className={styles.reading}
      aria-label={paper.title}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
    >
      <Suspense fallback={<Loading />}>
        <Reader
          paperId={paper.paperId}
          title={paper.title}
          subtitle={[words.paperKind[paper.kind], paper.number].filter(Boolean).join(" · ")}
          source={source}
          find={find}
          leading={<IconButton icon="close" label={words.app.close} onClick={onClose} />}
          onOpened={told}
        />
      </Suspense>
    </dialog>
  );
}

/** The longest of the marked places: it stands on the page as it is. */
function longest(hit: FoundPaper["hits"][number]): string {
  return hit.snippet
    .filter(piece => piece.hit)
    .reduce((best, piece) => (piece.text.length > best.length ? piece.text : best), "");
}
