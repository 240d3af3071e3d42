import type { Matter } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Check, Field } from "../../../ui/index.ts";
import { type Fault, faultAt, faultWords } from "./faults.ts";
import styles from "./rules.module.css";

/** What voters read on each option; a decision may do without the one of not voting. */
export function OptionFields({
  matter,
  path,
  faults,
  onChange,
}: {
  matter: Matter;
  path: string;
  faults: readonly Fault[];
  onChange: (options: Matter["options"]) => void;
}) {
  const t = useText(rules);
  const { options } = matter;
  const fault = faultAt(faults, `${path}.options`);
  const label = (at: number, text: string) =>
    onChange(options.map((option, i) => (i === at ? { ...option, label: text } : option)));
  const abstain = (on: boolean) =>
    onChange(
      on ? [...options, { code: "ABSTAIN", label: t.defaults.ABSTAIN }] : options.filter(one => one.code !== "ABSTAIN"),
    );
  return (
    <fieldset className={styles.share}>
      <legend className={styles.legend}>{t.options}</legend>
      <div className={styles.labels}>
        {options.map((option, at) => (
          <Field
            key={option.code}
            label={t.option[option.code]}
            value={option.label}
            maxLength={60}
            error={faultWords(t.fault, faultAt(faults, `${path}.options.${at}`))}
            onChange={event => label(at, event.target.value)}
          />
        ))}
      </div>
      {matter.sheet === "DECISION" && (
        <Check
          label={t.abstain}
          checked={options.some(option => option.code === "ABSTAIN")}
          onChange={event => abstain(event.target.checked)}
        />
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {t.fault[fault]}
        </p>
      )}
    </fieldset>
  );
}
