import type { Share } from "../../../core/schemas.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { shareInWords, votesNeeded } from "../../../i18n/rule.ts";
import { rules } from "../../../i18n/rules.ts";
import { SelectField } from "../../../ui/index.ts";
import type { Fault } from "./faults.ts";
import { NumberField } from "./NumberField.tsx";
import styles from "./rules.module.css";

const bases = ["TOTAL_MEMBERS", "PRESENT", "BALLOTS_ISSUED", "BALLOTS_COLLECTED", "BALLOTS_VALID"] as const;

/** A fraction to be reached, and what it means for this body while it is typed. */
export function ShareField({
  label,
  share,
  total,
  fault,
  onChange,
}: {
  label: string;
  share: Share;
  total: number;
  fault: Fault["kind"] | undefined;
  onChange: (share: Share) => void;
}) {
  const t = useText(rules);
  const words = useText(common);
  const whole = Number.isInteger(share.numerator) && Number.isInteger(share.denominator) && share.denominator > 0;
  return (
    <fieldset className={styles.share}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.shareRow}>
        <SelectField
          label={t.more}
          value={share.strict ? "strict" : "least"}
          onChange={event => onChange({ ...share, strict: event.target.value === "strict" })}
        >
          <option value="strict">{t.strict}</option>
          <option value="least">{t.least}</option>
        </SelectField>
        <NumberField
          label={t.numerator}
          value={share.numerator}
          onNumber={numerator => onChange({ ...share, numerator: numerator ?? Number.NaN })}
        />
        <NumberField
          label={t.denominator}
          value={share.denominator}
          onNumber={denominator => onChange({ ...share, denominator: denominator ?? Number.NaN })}
        />
        <SelectField
          label={t.base}
          value={share.base}
          onChange={event => onChange({ ...share, base: event.target.value as Share["base"] })}
        >
          {bases.map(base => (
            <option key={base} value={base}>
              {words.rule.base[base]}
            </option>
          ))}
        </SelectField>
      </div>
      {fault ? (
        <p className={styles.fault} role="alert">
          {t.fault[fault]}
        </p>
      ) : (
        whole && (
          <p className={styles.meaning} role="status">
            {meaning(share, total, t, shareInWords(share, words))}
          </p>
        )
      )}
    </fieldset>
  );
}

/** quá nửa tổng số đại biểu: với 60 đại biểu cần 31 */
export function meaning(
  share: Share,
  total: number,
  t: {
    effect: (rule: string, of: number, need: number) => string;
    effectBallots: (rule: string, of: number, need: number) => string;
  },
  rule: string,
): string {
  const need = Math.max(1, votesNeeded(share, total));
  const counted = share.base === "TOTAL_MEMBERS" || share.base === "PRESENT";
  return counted ? t.effect(rule, total, need) : t.effectBallots(rule, total, need);
}
