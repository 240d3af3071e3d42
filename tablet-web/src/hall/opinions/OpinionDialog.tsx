import { useState } from "react";
import { asProblem } from "../../core/problem.ts";
import type { ItemView, Opinion, Problem } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { opinions as texts } from "../../i18n/opinions.ts";
import { Button, Dialog, Field, ProblemLine, Segmented, SelectField, useToast } from "../../ui/index.ts";
import type { Posted } from "./deliver.ts";
import styles from "./opinions.module.css";
import type { Opinions } from "./useOpinions.ts";

type Stance = Opinion["stance"];
const order: readonly Stance[] = ["AGREE", "DISAGREE", "OTHER"];

/** Where an opinion on an item is written. */
export function OpinionDialog({
  session,
  item,
  before,
  onGive,
  onClose,
}: {
  session: string;
  item: ItemView;
  before: Pick<Opinion, "stance" | "paperId" | "text"> | undefined;
  onGive: Opinions["give"];
  onClose: () => void;
}) {
  const t = useText(texts);
  const app = useText(common).app;
  const say = useToast();
  const [stance, setStance] = useState<Stance>(before?.stance ?? "AGREE");
  const [paperId, setPaper] = useState(before?.paperId ?? "");
  const [text, setText] = useState(before?.text ?? "");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const says = text.trim();
  const good = stance === "AGREE" || says.length > 0;
  const send = async () => {
    setTried(true);
    if (!good) return;
    setBusy(true);
    const posted: Posted = { session, itemId: item.itemId, stance };
    if (paperId) posted.paperId = paperId;
    if (says) posted.text = says;
    try {
      say((await onGive(posted)) === "sent" ? t.sent : t.kept, "good");
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t.title(item.number)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" icon="send" busy={busy} onClick={() => void send()}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p lang="vi">{item.title}</p>
        <Segmented
          label={t.stance}
          options={order.map(id => ({ id, label: t.stances[id] }))}
          value={stance}
          onChange={setStance}
        />
        {item.papers.length > 0 && (
          <SelectField label={t.about} value={paperId} onChange={event => setPaper(event.target.value)}>
            <option value="">{t.whole}</option>
            {item.papers.map(paper => (
              <option key={paper.paperId} value={paper.paperId}>
                {[paper.number, paper.title].filter(Boolean).join(" · ")}
              </option>
            ))}
          </SelectField>
        )}
        <Field
          multiline
          rows={6}
          label={t.text}
          hint={t.textHint}
          error={tried && !good ? t.textShort : undefined}
          value={text}
          maxLength={4_000}
          onChange={event => setText(event.target.value)}
        />
        {problem && <ProblemLine problem={problem} />}
      </div>
    </Dialog>
  );
}
