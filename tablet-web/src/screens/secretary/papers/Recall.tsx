import { useState } from "react";
import { clockTime, shortDate } from "../../../core/format.ts";
import type { PaperView, RecalledPaper } from "../../../core/schemas.ts";
import { CommandNote, useActions, useCommand } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { papers as texts } from "../../../i18n/papers.ts";
import { Button, Dialog, Field } from "../../../ui/index.ts";
import { useOpenPaper } from "../paper.tsx";
import styles from "./papers.module.css";

const shortest = 3;

/** Takes a published paper back, with a reason. */
export function RecallPaper({ paper, onClose }: { paper: PaperView; onClose: () => void }) {
  const t = useText(texts);
  const app = useText(common).app;
  const recall = useCommand("agenda.recall-paper");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const good = reason.trim().length >= shortest;
  const send = async () => {
    setTried(true);
    if (good && (await recall.send({ paperId: paper.paperId, reason: reason.trim() }))) onClose();
  };
  return (
    <Dialog
      title={t.recallTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="danger" busy={recall.busy} onClick={() => void send()}>
            {t.recall}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.recallText(paper.title)}</p>
        <Field
          label={t.reason}
          multiline
          rows={3}
          value={reason}
          maxLength={500}
          error={tried && !good ? t.reasonShort : undefined}
          onChange={event => setReason(event.target.value)}
        />
        <CommandNote command={recall} quiet />
      </div>
    </Dialog>
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
