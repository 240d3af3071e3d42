import type { BallotRules } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Check } from "../../../ui/index.ts";
import { type Fault, faultAt, faultWords } from "./faults.ts";
import { NumberField } from "./NumberField.tsx";
import styles from "./rules.module.css";

/** What holds for ballots of all matters. */
export function Settings({
  ballots,
  committee,
  faults,
  onChange,
}: {
  ballots: BallotRules;
  committee: boolean;
  faults: readonly Fault[];
  onChange: (change: Partial<BallotRules>) => void;
}) {
  const t = useText(rules);
  const wrong = (path: string) => faultWords(t.fault, faultAt(faults, path));
  return (
    <section className={styles.card} aria-labelledby="rules-secret">
      <h2 id="rules-secret" className={styles.heading}>
        {t.secret}
      </h2>
      <Check
        label={t.signed}
        hint={t.signedHint}
        checked={ballots.signedBallots}
        onChange={event => onChange({ signedBallots: event.target.checked })}
      />
      <Check
        label={t.electronic}
        hint={t.electronicHint}
        checked={ballots.secretElectronic}
        onChange={event => onChange({ secretElectronic: event.target.checked })}
      />
      {(committee || ballots.substitutesVote) && (
        <Check
          label={t.substitutes}
          hint={wrong("ballots.substitutesVote") ?? t.substitutesHint}
          checked={ballots.substitutesVote}
          onChange={event => onChange({ substitutesVote: event.target.checked })}
        />
      )}
      <div className={styles.pair}>
        <NumberField
          label={t.tellers}
          error={wrong("ballots.tellersLeast")}
          value={ballots.tellersLeast}
          onNumber={value => onChange({ tellersLeast: value ?? Number.NaN })}
        />
        <NumberField
          label={t.secretLeast}
          error={wrong("ballots.secretLeast")}
          value={ballots.secretLeast}
          onNumber={value => onChange({ secretLeast: value ?? Number.NaN })}
        />
      </div>
    </section>
  );
}
