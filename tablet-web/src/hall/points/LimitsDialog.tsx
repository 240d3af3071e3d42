import { useState } from "react";
import type { TestLimits } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../index.ts";
import { type LimitName, limitNames, limitsOf, type TypedLimits, typedLimits } from "./limits.ts";
import styles from "./points.module.css";

/** From which figures on a trial is green, and from which it is at least amber. */
export function LimitsDialog({
  limits,
  required,
  onClose,
}: {
  limits: TestLimits;
  required: boolean;
  onClose: () => void;
}) {
  const t = useText(texts);
  const words = useText(common);
  const require = useCommand("point.require-test");
  const [typed, setTyped] = useState<TypedLimits>(() => typedLimits(limits));
  const next = limitsOf(typed);
  const save = async () => {
    if (next && (await require.send({ on: required, limits: next }))) onClose();
  };
  const field = (name: LimitName) => (
    <Field
      label={t.limits[name]}
      inputMode="decimal"
      value={typed[name]}
      onChange={event => setTyped({ ...typed, [name]: event.target.value.trim() })}
    />
  );
  return (
    <Dialog
      title={t.limits.title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={require.busy} disabled={!next} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.limits.intro}</p>
        <div className={styles.pairs}>
          {limitNames.map(name => (
            <div key={name}>{field(name)}</div>
          ))}
        </div>
        {!next && <p className={styles.meta}>{t.limits.wrong}</p>}
        <CommandNote command={require} quiet />
      </div>
    </Dialog>
  );
}
