import type { Matter } from "../../../core/schemas.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { shareInWords } from "../../../i18n/rule.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, Check, Field, Icon, SelectField } from "../../../ui/index.ts";
import { Findings } from "./Findings.tsx";
import { FormChecks } from "./FormChecks.tsx";
import { type Fault, faultAt, faultWords, faultyBelow } from "./faults.ts";
import { OptionFields } from "./OptionFields.tsx";
import styles from "./rules.module.css";
import { meaning, ShareField } from "./ShareField.tsx";

const ties = ["FAILS", "CHAIR_SIDE", "RUN_OFF"] as const;

/** One matter: its rule in a line, all of it when unfolded. */
export function MatterCard({
  matter,
  path,
  total,
  committee,
  faults,
  onChange,
  onDrop,
}: {
  matter: Matter;
  path: string;
  total: number;
  committee: boolean;
  faults: readonly Fault[];
  onChange: (matter: Matter) => void;
  /** Absent: every body has this matter. */
  onDrop?: () => void;
}) {
  const t = useText(rules);
  const words = useText(common);
  const wrong = faultyBelow(faults, path);
  const set = (change: Partial<Matter>) => onChange({ ...matter, ...change });
  return (
    <details className={styles.matter} data-path={path}>
      <summary className={styles.summary}>
        <span className={styles.summaryWords}>
          <b>{matter.name || t.matterName}</b>
          <span className={styles.meta}>
            {matter.sheet === "RATING"
              ? t.sheet.RATING
              : meaning(matter.pass, total, t, shareInWords(matter.pass, words))}
          </span>
        </span>
        {wrong && (
          <span className={styles.wrong}>
            <Icon name="warning" size={18} />
            {t.faults(faults.filter(fault => fault.path.startsWith(`${path}.`)).length)}
          </span>
        )}
        <Icon name="down" className={styles.fold} />
      </summary>
      <div className={styles.matterBody}>
        <div className={styles.pair}>
          <Field
            label={t.matterName}
            value={matter.name}
            maxLength={120}
            error={faultWords(t.fault, faultAt(faults, `${path}.name`) ?? faultAt(faults, `${path}.code`))}
            onChange={event => set({ name: event.target.value })}
          />
          <p className={styles.fact}>
            <span className={styles.legend}>{t.sheetKind}</span>
            <span>{t.sheet[matter.sheet]}</span>
          </p>
        </div>
        {matter.sheet !== "RATING" && (
          <ShareField
            label={matter.sheet === "ELECTION" ? t.passElection : t.pass}
            share={matter.pass}
            total={total}
            fault={faultAt(faults, `${path}.pass`)}
            onChange={pass => set({ pass })}
          />
        )}
        <FormChecks matter={matter} fault={faultAt(faults, `${path}.forms`)} onChange={forms => set({ forms })} />
        <OptionFields matter={matter} path={path} faults={faults} onChange={options => set({ options })} />
        {(matter.sheet === "RATING" || matter.sheet === "CONFIDENCE") && (
          <Findings
            matter={matter}
            path={path}
            total={total}
            faults={faults}
            onChange={findings => set({ findings })}
          />
        )}
        {matter.sheet !== "RATING" && (
          <SelectField
            label={t.tieRule}
            value={matter.tie}
            error={faultWords(t.fault, faultAt(faults, `${path}.tie`))}
            onChange={event => set({ tie: event.target.value as Matter["tie"] })}
          >
            {ties
              .filter(tie => tie === matter.tie || fits(tie, matter.sheet, committee))
              .map(tie => (
                <option key={tie} value={tie}>
                  {t.tie[tie]}
                </option>
              ))}
          </SelectField>
        )}
        <div className={styles.checks}>
          {matter.sheet === "DECISION" && (
            <>
              <Check
                label={t.allowChange}
                checked={matter.allowChange}
                onChange={event => set({ allowChange: event.target.checked })}
              />
              {(committee || matter.byUnits) && (
                <Check
                  label={t.byUnits}
                  hint={faultWords(t.fault, faultAt(faults, `${path}.byUnits`)) ?? t.byUnitsHint}
                  checked={matter.byUnits ?? false}
                  onChange={event => set({ byUnits: event.target.checked })}
                />
              )}
              <Check
                label={t.showLive}
                checked={matter.showLive}
                onChange={event => set({ showLive: event.target.checked })}
              />
            </>
          )}
          {matter.forms.some(form => form !== "OPEN") && (
            <Check
              label={t.blankValid}
              checked={matter.blankValid}
              onChange={event => set({ blankValid: event.target.checked })}
            />
          )}
        </div>
        <Field
          label={t.matterCitation}
          value={matter.citation}
          maxLength={500}
          error={faultWords(t.fault, faultAt(faults, `${path}.citation`))}
          onChange={event => set({ citation: event.target.value })}
        />
        {onDrop && (
          <div>
            <Button icon="trash" onClick={onDrop}>
              {t.dropMatter}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

function fits(tie: Matter["tie"], sheet: Matter["sheet"], committee: boolean): boolean {
  if (tie === "FAILS") return true;
  return tie === "RUN_OFF" ? sheet === "ELECTION" : committee && sheet === "DECISION";
}
