import { type FormEvent, useId, useState } from "react";
import { asProblem } from "../core/problem.ts";
import type { Problem } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { pack } from "../i18n/pack.ts";
import { Button, Dialog, Field, ProblemLine, useToast } from "../ui/index.ts";
import styles from "./PackMeter.module.css";
import { easyPin } from "./pin.ts";
import { useTablet } from "./tablet.tsx";

/** Sets or changes the six digits that open this device's papers without the server. */
export function PinDialog({ onClose }: { onClose: () => void }) {
  const t = useText(pack).pin;
  const app = useText(common).app;
  const tablet = useTablet();
  const say = useToast();
  const id = useId();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const wrong = pin.length !== 6 ? t.short : easyPin(pin) ? t.simple : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || wrong || again !== pin) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await tablet.setPin(pin);
      say(t.saved, "good");
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  };
  const digits = (typed: string) => typed.replace(/\D/g, "").slice(0, 6);
  const field = { type: "password", inputMode: "numeric", autoComplete: "off", maxLength: 6 } as const;
  return (
    <Dialog
      title={t.setTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button type="submit" form={id} tone="primary" busy={busy}>
            {busy ? t.saving : t.save}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.body} onSubmit={event => void save(event)}>
        <p className={styles.intro}>{t.setText}</p>
        <Field
          {...field}
          label={t.label}
          value={pin}
          error={tried ? wrong : undefined}
          onChange={event => setPin(digits(event.target.value))}
        />
        <Field
          {...field}
          label={t.again}
          value={again}
          error={tried && !wrong && again !== pin ? t.differs : undefined}
          onChange={event => setAgain(digits(event.target.value))}
        />
        {problem && <ProblemLine problem={problem} />}
      </form>
    </Dialog>
  );
}
