import { clockTime, shortDate } from "../../../core/format.ts";
import type { PaperView, RecalledPaper } from "../../../core/schemas.ts";
import { ReasonCommand } from "../../../hall/CommandDialogs.tsx";
import { useActions } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";
import { Button } from "../../../ui/index.ts";
import { useOpenPaper } from "../paper.tsx";
import styles from "./papers.module.css";

/** Takes a published paper back, with a reason. */
export function RecallPaper({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const t = useText(texts);
  return (
    <ReasonCommand
      name="agenda.recall-paper"
      data={reason => ({ paperId: paper.paperId, reason })}
      title={t.recallTitle}
      label={t.reason}
      short={t.reasonShort}
      action={t.recall}
      onClose={onClose}
    >
      <p>{t.recallText(paper.title)}</p>
    </ReasonCommand>
  );
}

/** Papers that were taken back from an item; each can be read and given out again. */
export function Recalled({
  itemId,
  papers,
  locked,
}: {
  itemId: string;
  papers: readonly RecalledPaper[];
  locked: boolean;
}) {
  const t = useText(texts);
  const openPaper = useOpenPaper();
  const { run, busy } = useActions();
  const here = papers.filter(one => one.itemId === itemId);
  if (here.length === 0) return null;
  return (
    <section className={styles.recalled} aria-label={t.recalledTitle}>
      <h3>{t.recalledTitle}</h3>
      <ul>
        {here.map(({ paper, reason, at }) => (
          <li key={paper.paperId} className={styles.row}>
            <span className={styles.words}>
              <span>{paper.title}</span>
              <span className={styles.meta}>{t.recalledAt(`${clockTime(at)} ${shortDate(at)}`, reason)}</span>
            </span>
            <Button icon="eye" onClick={() => openPaper(paper)}>
              {t.open}
            </Button>
            {!locked && (
              <Button
                icon="send"
                busy={busy(paper.paperId)}
                onClick={() =>
                  void run(paper.paperId, "agenda.restore-paper", { paperId: paper.paperId, itemId }, t.restored)
                }
              >
                {t.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
