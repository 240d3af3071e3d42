import type { ReactNode } from "react";
import { byteSize, dayAndTime } from "../../core/format.ts";
import type { DraftState, DraftView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { type ChipTone, Icon, type IconName, StateChip } from "../../ui/index.ts";
import styles from "./drafts.module.css";

const looks: Record<DraftState, { tone: ChipTone; icon: IconName }> = {
  DRAFT: { tone: "neutral", icon: "edit" },
  SUBMITTED: { tone: "warn", icon: "clock" },
  APPROVED: { tone: "info", icon: "check" },
  REJECTED: { tone: "bad", icon: "undo" },
  PUBLISHED: { tone: "good", icon: "check" },
};

/** One prepared paper: what it is, where it stands, what was done with it. `children` are its buttons. */
export function DraftRow({
  draft,
  from,
  original,
  onOpen,
  children,
}: {
  draft: DraftView;
  /** Of which unit and for which item, where that is not clear from the place. */
  from?: string;
  /** The button that saves the office file it was made of. */
  original?: ReactNode;
  onOpen: () => void;
  children?: ReactNode;
}) {
  const t = useText(preparation);
  const words = useText(common);
  const lang = useLang();
  return (
    <li className={styles.draft}>
      <Icon name="paper" size={24} className={styles.picture} />
      <div className={styles.words}>
        <button type="button" className={styles.open} title={t.open} onClick={onOpen}>
          {draft.title}
        </button>
        <p className={styles.facts}>
          <b>{words.paperKind[draft.kind]}</b>
          {draft.number && <span>{draft.number}</span>}
          {draft.issuer && <span>{draft.issuer}</span>}
          <span className="num">{words.pages(draft.pages)}</span>
          <span className="num">{byteSize(draft.bytes, lang)}</span>
        </p>
        {from && <p className={styles.facts}>{from}</p>}
        {draft.summary && <p className={styles.summary}>{draft.summary}</p>}
        {draft.reason && <p className={styles.reason}>{t.reason(draft.reason)}</p>}
        <div className={styles.below}>
          <StateChip {...looks[draft.state]}>{t.state[draft.state]}</StateChip>
          {original}
          <Course draft={draft} />
        </div>
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </li>
  );
}

function Course({ draft }: { draft: DraftView }) {
  const t = useText(preparation);
  return (
    <details className={styles.course}>
      <summary>{t.course}</summary>
      <ol>
        {draft.steps.map(step => (
          <li key={`${step.at}${step.step}`}>
            {t.stepLine(dayAndTime(step.at), step.name, t.step[step.step])}
            {step.reason && <span className={styles.why}>{step.reason}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
