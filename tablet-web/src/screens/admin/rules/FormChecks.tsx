import type { Matter } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Check, SelectField } from "../../../ui/index.ts";
import type { Fault } from "./faults.ts";
import styles from "./rules.module.css";

type Form = Matter["forms"][number];
const all: readonly Form[] = ["OPEN", "SECRET_PAPER", "SECRET_ELECTRONIC"];

/** The forms in which a matter may be decided, the usual one first; the last one stays. */
export function FormChecks({
  matter,
  fault,
  onChange,
}: {
  matter: Matter;
  fault: Fault["kind"] | undefined;
  onChange: (forms: Form[]) => void;
}) {
  const t = useText(rules);
  const { forms } = matter;
  const offered = all.filter(form => matter.sheet === "DECISION" || form !== "OPEN" || forms.includes(form));
  const turn = (form: Form, on: boolean) => onChange(on ? [...forms, form] : forms.filter(one => one !== form));
  return (
    <fieldset className={styles.share}>
      <legend className={styles.legend}>{t.forms}</legend>
      <div className={styles.checks}>
        {offered.map(form => (
          <Check
            key={form}
            label={t.form[form]}
            checked={forms.includes(form)}
            disabled={forms.length === 1 && forms.includes(form)}
            onChange={event => turn(form, event.target.checked)}
          />
        ))}
      </div>
      {forms.length > 1 && (
        <SelectField
          label={t.usual}
          value={forms[0]}
          onChange={event => {
            const first = event.target.value as Form;
            onChange([first, ...forms.filter(form => form !== first)]);
          }}
        >
          {all
            .filter(form => forms.includes(form))
            .map(form => (
              <option key={form} value={form}>
                {t.form[form]}
              </option>
            ))}
        </SelectField>
      )}
      {fault && (
        <p className={styles.fault} role="alert">
          {t.fault[fault]}
        </p>
      )}
    </fieldset>
  );
}
