import type { Matter } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, Field, IconButton, SelectField } from "../../../ui/index.ts";
import { slug } from "./draft.ts";
import { type Fault, faultAt } from "./faults.ts";
import styles from "./rules.module.css";
import { ShareField } from "./ShareField.tsx";

type Finding = Matter["findings"][number];

/** What follows when enough ballots have an option. */
export function Findings({
  matter,
  path,
  total,
  faults,
  onChange,
}: {
  matter: Matter;
  path: string;
  total: number;
  faults: readonly Fault[];
  onChange: (findings: Finding[]) => void;
}) {
  const t = useText(rules);
  const { findings } = matter;
  const last = matter.options.at(-1);
  const set = (at: number, change: Partial<Finding>) =>
    onChange(findings.map((finding, i) => (i === at ? { ...finding, ...change } : finding)));
  const add = () => {
    if (!last) return;
    const share = { numerator: 1, denominator: 2, strict: true, base: "BALLOTS_COLLECTED" } as const;
    onChange([
      ...findings,
      { code: slug(`he qua ${"abcdefghij"[findings.length]}`), words: "", option: last.code, share },
    ]);
  };
  return (
    <fieldset className={styles.share}>
      <legend className={styles.legend}>{t.findings}</legend>
      {findings.map((finding, at) => {
        const fault = faultAt(faults, `${path}.findings.${at}`);
        return (
          <div key={finding.code} className={styles.finding}>
            <Field
              label={t.finding}
              value={finding.words}
              maxLength={200}
              error={fault === "NAME_EMPTY" ? t.fault.NAME_EMPTY : undefined}
              trailing={
                <IconButton
                  icon="trash"
                  label={t.dropFinding(finding.words)}
                  onClick={() => onChange(findings.filter((_, i) => i !== at))}
                />
              }
              onChange={event => set(at, { words: event.target.value })}
            />
            <SelectField
              label={t.findingOption}
              value={finding.option}
              onChange={event => set(at, { option: event.target.value as Finding["option"] })}
            >
              {matter.options.map(option => (
                <option key={option.code} value={option.code}>
                  {option.label}
                </option>
              ))}
            </SelectField>
            <ShareField
              label={finding.words || t.finding}
              share={finding.share}
              total={total}
              fault={fault === "NAME_EMPTY" ? undefined : fault}
              onChange={share => set(at, { share })}
            />
          </div>
        );
      })}
      {findings.length < 10 && (
        <div>
          <Button icon="plus" onClick={add}>
            {t.addFinding}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
