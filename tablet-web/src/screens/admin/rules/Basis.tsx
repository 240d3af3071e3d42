import { localDate } from "../../../core/format.ts";
import type { NewRuleSet, RuleSetHistory } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, Field, IconButton } from "../../../ui/index.ts";
import { withBallots } from "./draft.ts";
import { type Fault, faultAt, faultWords } from "./faults.ts";
import { NumberField } from "./NumberField.tsx";
import styles from "./rules.module.css";
import { ShareField } from "./ShareField.tsx";

type Props = {
  draft: NewRuleSet;
  history: RuleSetHistory;
  total: number;
  faults: readonly Fault[];
  onChange: (draft: NewRuleSet) => void;
};

/** Where the rules come from and from when they hold. */
export function Basis({ draft, history, faults, onChange }: Props) {
  const t = useText(rules);
  const wrong = (path: string) => faultWords(t.fault, faultAt(faults, path));
  return (
    <section className={styles.card} aria-labelledby="rules-basis">
      <h2 id="rules-basis" className={styles.heading}>
        {t.basis}
      </h2>
      <Field
        label={t.citation}
        hint={t.citationHint}
        error={wrong("citation")}
        multiline
        rows={3}
        maxLength={500}
        value={draft.citation}
        onChange={event => onChange({ ...draft, citation: event.target.value })}
      />
      <Field
        label={t.validFrom}
        hint={t.validHint}
        error={wrong("validFrom")}
        type="date"
        min={history.today}
        value={draft.validFrom}
        onChange={event => onChange({ ...draft, validFrom: event.target.value })}
      />
    </section>
  );
}

/** How many members there are, by date, and how many of them make a sitting. */
export function MembersCard({ draft, history, total, faults, onChange }: Props) {
  const t = useText(rules);
  const wrong = (path: string) => faultWords(t.fault, faultAt(faults, path));
  return (
    <section className={styles.card} aria-labelledby="rules-members">
      <h2 id="rules-members" className={styles.heading}>
        {t.members}
      </h2>
      <NumberField
        label={t.total}
        hint={t.totalHint(history.members)}
        error={wrong("totalMembers")}
        value={draft.totalMembers}
        onNumber={value => {
          const { totalMembers: _, ...rest } = draft;
          onChange(value === undefined ? rest : { ...rest, totalMembers: value });
        }}
      />
      <Totals draft={draft} faults={faults} onChange={onChange} />
      <ShareField
        label={t.quorum}
        share={draft.quorum}
        total={total}
        fault={faultAt(faults, "quorum")}
        onChange={quorum => onChange({ ...draft, quorum })}
      />
      <NumberField
        label={t.speech}
        error={wrong("speechSeconds")}
        value={draft.speechSeconds / 60}
        onNumber={minutes => onChange({ ...draft, speechSeconds: (minutes ?? Number.NaN) * 60 })}
      />
    </section>
  );
}

function Totals({ draft, faults, onChange }: Pick<Props, "draft" | "faults" | "onChange">) {
  const t = useText(rules);
  const { totals } = draft.ballots;
  const put = (next: typeof totals) => onChange(withBallots(draft, { totals: next }));
  return (
    <fieldset className={styles.share}>
      <legend className={styles.legend}>{t.totals}</legend>
      <p className={styles.meta}>{t.totalsHint}</p>
      {totals.map((one, at) => {
        const fault = faultAt(faults, `ballots.totals.${at}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own, and none moves
          <div key={at} className={styles.totalRow}>
            <Field
              label={t.totalFrom}
              type="date"
              value={one.from}
              error={fault && fault !== "NUMBER" ? t.fault[fault] : undefined}
              onChange={event => put(totals.map((old, i) => (i === at ? { ...old, from: event.target.value } : old)))}
            />
            <NumberField
              label={t.totalCount}
              value={one.total}
              error={fault === "NUMBER" ? t.fault.NUMBER : undefined}
              onNumber={total => put(totals.map((old, i) => (i === at ? { ...old, total: total ?? Number.NaN } : old)))}
            />
            <IconButton
              icon="trash"
              label={t.dropTotal(one.from && localDate(one.from))}
              onClick={() => put(totals.filter((_, i) => i !== at))}
            />
          </div>
        );
      })}
      <div>
        <Button icon="plus" onClick={() => put([...totals, { from: "", total: Number.NaN }])}>
          {t.addTotal}
        </Button>
      </div>
    </fieldset>
  );
}
