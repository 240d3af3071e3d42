import { useEffect, useState } from "react";
import { asProblem } from "../../../core/problem.ts";
import type { Problem } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { reader as texts } from "../../../i18n/reader.ts";
import { Dialog, EmptyState, ErrorState, Progress } from "../../../ui/index.ts";
import { openPaper } from "../openPaper.ts";
import { type PaperSource, Ranges } from "../ranges.ts";
import styles from "./ChangesDialog.module.css";
import { type Hunk, hunksOf, type Stretch, type Word } from "./hunks.ts";

export interface Compared {
  version: number;
  source: PaperSource;
}

type State =
  | { kind: "reading"; pages: number; of: number }
  | { kind: "failed"; problem: Problem }
  | { kind: "scan" }
  | { kind: "read"; hunks: readonly Hunk[] | undefined };

const shown = 300;

/** The words of two versions side by side, only where they differ. */
export default function ChangesDialog({
  before,
  after,
  onClose,
}: {
  before: Compared;
  after: Compared;
  onClose: () => void;
}) {
  const t = useText(texts).changes;
  const [attempt, setAttempt] = useState(0);
  const state = useChanges(before.source, after.source, attempt);
  return (
    <Dialog size="wide" title={t.title(before.version, after.version)} onClose={onClose}>
      {state.kind === "reading" && <Progress label={t.reading} value={state.pages} max={Math.max(1, state.of)} />}
      {state.kind === "failed" && <ErrorState problem={state.problem} onRetry={() => setAttempt(n => n + 1)} />}
      {state.kind === "scan" && (
        <EmptyState icon="paper" title={t.scan}>
          {t.scanText}
        </EmptyState>
      )}
      {state.kind === "read" && (
        <Hunks hunks={state.hunks} labels={[t.version(before.version), t.version(after.version)]} />
      )}
    </Dialog>
  );
}

function Hunks({ hunks, labels }: { hunks: readonly Hunk[] | undefined; labels: readonly [string, string] }) {
  const words = useText(texts);
  const t = words.changes;
  if (!hunks) {
    return (
      <EmptyState icon="paper" title={t.other}>
        {t.otherText}
      </EmptyState>
    );
  }
  if (hunks.length === 0) {
    return (
      <EmptyState icon="check" title={t.same}>
        {t.sameText}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.count}>{t.places(hunks.length)}</p>
      <ol className={styles.hunks}>
        {hunks.slice(0, shown).map((hunk, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is made
          <li key={at} className={styles.hunk}>
            <Side label={`${labels[0]} · ${words.hitOn(hunk.before.page)}`} stretches={hunk.before.stretches} gone />
            <Side label={`${labels[1]} · ${words.hitOn(hunk.after.page)}`} stretches={hunk.after.stretches} />
          </li>
        ))}
      </ol>
      {hunks.length > shown && <p className={styles.count}>{t.more(hunks.length - shown)}</p>}
    </>
  );
}

function Side({ label, stretches, gone = false }: { label: string; stretches: readonly Stretch[]; gone?: boolean }) {
  return (
    <div className={styles.side}>
      <p className={styles.where}>{label}</p>
      <p lang="vi">
        {stretches.map((stretch, at) => {
          const text = at === 0 ? stretch.text : ` ${stretch.text}`;
          const Tag = !stretch.changed ? "span" : gone ? "del" : "ins";
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes once it is made
          return <Tag key={at}>{text}</Tag>;
        })}
      </p>
    </div>
  );
}

function useChanges(before: PaperSource, after: PaperSource, attempt: number): State {
  const [state, setState] = useState<State>({ kind: "reading", pages: 0, of: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    let left = false;
    let [pages, of] = [0, 0];
    const closing: (() => void)[] = [];
    const stopped = () => left;
    const counted = (more: number, total: number) => {
      pages += more;
      of += total;
      if (!left) setState({ kind: "reading", pages, of });
    };
    setState({ kind: "reading", pages: 0, of: 0 });
    Promise.all([before, after].map(source => wordsOf(source, counted, stopped, close => closing.push(close))))
      .then(([old = [], now = []]) => {
        if (left) return;
        if (old.length === 0 || now.length === 0) setState({ kind: "scan" });
        else setState({ kind: "read", hunks: hunksOf(old, now) });
      })
      .catch(error => !left && setState({ kind: "failed", problem: asProblem(error) }));
    return () => {
      left = true;
      for (const close of closing) close();
    };
  }, [before, after, attempt]);
  return state;
}

async function wordsOf(
  source: PaperSource,
  counted: (more: number, total: number) => void,
  stopped: () => boolean,
  onOpen: (close: () => void) => void,
): Promise<Word[]> {
  const paper = await openPaper(source, new Ranges(source, () => undefined));
  onOpen(() => paper.close());
  const { document } = paper;
  counted(0, document.numPages);
  const words: Word[] = [];
  for (let page = 1; page <= document.numPages && !stopped(); page++) {
    const proxy = await document.getPage(page);
    const { items } = await proxy.getTextContent({ includeMarkedContent: false });
    const text = (items as { str: string; hasEOL: boolean }[])
      .map(item => item.str + (item.hasEOL ? " " : ""))
      .join("")
      .normalize("NFC");
    for (const word of text.split(/\s+/)) if (word) words.push({ text: word, page });
    counted(1, 0);
  }
  return words;
}
