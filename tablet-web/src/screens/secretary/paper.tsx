import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { PaperView } from "../../core/schemas.ts";
import { useHousehold } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { IconButton, Loading } from "../../ui/index.ts";
import styles from "./paper.module.css";

const Reader = lazy(() => import("../../features/reader/index.ts").then(module => ({ default: module.Reader })));

const OpenPaper = createContext<(paper: PaperView) => void>(() => undefined);

/** Opens a paper over the desk, in the reader that the delegates have. */
export function useOpenPaper(): (paper: PaperView) => void {
  return useContext(OpenPaper);
}

export function PaperReading({ session, children }: { session: string; children: ReactNode }) {
  const [paper, setPaper] = useState<PaperView>();
  return (
    <OpenPaper value={setPaper}>
      {children}
      {paper && <Reading session={session} paper={paper} onClose={() => setPaper(undefined)} />}
    </OpenPaper>
  );
}

function Reading({ session, paper, onClose }: { session: string; paper: PaperView; onClose: () => void }) {
  const words = useText(common);
  const { fetch } = useHousehold();
  const dialog = useRef<HTMLDialogElement>(null);
  const source = useMemo(
    () => ({
      url: `/api/sessions/${session}/papers/${paper.paperId}/content`,
      bytes: paper.bytes,
      fetch,
    }),
    [session, paper, fetch],
  );
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
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
          leading={<IconButton icon="close" label={words.app.close} onClick={onClose} />}
        />
      </Suspense>
    </dialog>
  );
}
