import { useEffect, useState, useSyncExternalStore } from "react";
import { asProblem } from "../../../core/problem.ts";
import type { ItemView, Mark, Problem } from "../../../core/schemas.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { notes as texts } from "../../../i18n/notes.ts";
import { Dialog, EmptyState, ErrorState, Icon, Loading, Tabs } from "../../../ui/index.ts";
import { byPage } from "../listing.ts";
import { SyncLine, Words } from "../MarkIndex.tsx";
import type { OpenNotes } from "../open.ts";
import styles from "./MyDesk.module.css";
import { Notebook } from "./Notebook.tsx";
import { markedPapers, notebook, type Placed, unread } from "./order.ts";

export type Go = (item: string, paper: string, page?: number) => void;
type Part = "notebook" | "marks" | "unread";

/** What a person keeps of a session: the notebook, all marks in the order of the agenda, the papers not opened yet. */
export default function MyDesk({
  open,
  items,
  opened,
  onGo,
  onClose,
}: {
  open: () => Promise<OpenNotes>;
  items: readonly ItemView[];
  /** Newest version opened by paper; undefined until it is known. */
  opened: ReadonlyMap<string, number> | undefined;
  onGo: Go;
  onClose: () => void;
}) {
  const t = useText(texts).desk;
  const [notes, setNotes] = useState<OpenNotes>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens again
  useEffect(() => {
    let left = false;
    setProblem(undefined);
    open().then(
      opened => !left && setNotes(opened),
      error => !left && setProblem(asProblem(error)),
    );
    return () => {
      left = true;
    };
  }, [open, attempt]);
  return (
    <Dialog size="wide" title={t.title} onClose={onClose}>
      {notes ? (
        <Parts notes={notes} items={items} opened={opened} onGo={onGo} />
      ) : problem ? (
        <ErrorState problem={problem} onRetry={() => setAttempt(n => n + 1)} />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

function Parts({
  notes,
  items,
  opened,
  onGo,
}: {
  notes: OpenNotes;
  items: readonly ItemView[];
  opened: ReadonlyMap<string, number> | undefined;
  onGo: Go;
}) {
  const t = useText(texts).desk;
  const { book } = notes;
  const marks = useSyncExternalStore(book.subscribe, book.all);
  const [part, setPart] = useState<Part>("notebook");
  const left = opened && unread(items, opened);
  return (
    <div className={styles.desk}>
      <Tabs<Part>
        label={t.title}
        value={part}
        onChange={setPart}
        options={[
          { id: "notebook", label: t.notebook, badge: notebook(marks).length || undefined },
          { id: "marks", label: t.marks },
          { id: "unread", label: t.unread, badge: left?.length || undefined },
        ]}
      />
      <div className={styles.part} role="tabpanel" aria-label={t[part]}>
        {part === "notebook" && <Notebook book={book} pages={notebook(marks)} items={items} />}
        {part === "marks" && <Marked items={items} marks={marks} onGo={onGo} />}
        {part === "unread" && (left ? <Unread papers={left} onGo={onGo} /> : <Loading />)}
      </div>
      <SyncLine notes={notes} />
    </div>
  );
}

function Marked({ items, marks, onGo }: { items: readonly ItemView[]; marks: readonly Mark[]; onGo: Go }) {
  const t = useText(texts);
  const papers = markedPapers(items, marks);
  if (papers.length === 0) {
    return (
      <EmptyState icon="edit" title={t.indexEmpty}>
        {t.indexEmptyText}
      </EmptyState>
    );
  }
  return papers.map(({ placed, marks: own }) => (
    <section key={placed.paper.paperId} className={styles.paper}>
      <h3 className={styles.paperTitle}>
        <span className="num">{placed.item.number}</span> <span lang="vi">{placed.paper.title}</span>
      </h3>
      <ul className={styles.list}>
        {byPage(own).flatMap(({ page, entries }) =>
          entries.map(entry => (
            <li key={entry.key}>
              <button
                type="button"
                className={styles.row}
                onClick={() => onGo(placed.item.itemId, placed.paper.paperId, page)}
              >
                <span className={styles.where}>{t.page(page)}</span>
                <Words entry={entry} />
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  ));
}

function Unread({ papers, onGo }: { papers: readonly Placed[]; onGo: Go }) {
  const t = useText(texts).desk;
  const words = useText(common);
  if (papers.length === 0) {
    return (
      <EmptyState icon="check" title={t.allRead}>
        {t.allReadText}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.list}>
      {papers.map(({ item, paper }) => (
        <li key={paper.paperId}>
          <button type="button" className={styles.row} onClick={() => onGo(item.itemId, paper.paperId)}>
            <span className={styles.where}>{item.number}</span>
            <span className={styles.words}>
              <span lang="vi">{paper.title}</span>
              <span className={styles.meta}>
                {[words.paperKind[paper.kind], paper.number, words.pages(paper.pages)].filter(Boolean).join(" · ")}
              </span>
            </span>
            <Icon name="next" size={20} />
          </button>
        </li>
      ))}
    </ol>
  );
}
