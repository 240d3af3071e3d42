import { type FormEvent, useId, useState } from "react";
import { ReadyList } from "../../hall/voting/ReadyList.tsx";
import { UnitsAsked, WhoIsAsked } from "../../hall/voting/WhoIsAsked.tsx";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, Field, ProblemLine } from "../../ui/index.ts";
import styles from "./NextPanel.module.css";
import type { Step } from "./nextStep.ts";
import { questionOf, type Telling, wordsOf } from "./stepWords.ts";
import type { Steps } from "./useSteps.tsx";

const shortest = 3;
const longest = 500;

/** Restates what a step does and can't undo; asks for the reason where the rules want one. */
export function StepDialog({
  step: chosen,
  telling,
  steps,
  onClose,
}: {
  step: Step;
  telling: Telling;
  steps: Steps;
  onClose: () => void;
}) {
  const t = useText(chair).confirm;
  const words = useText(common).app;
  const form = useId();
  const [units, setUnits] = useState(false);
  const [reason, setReason] = useState("");
  const [tooShort, setTooShort] = useState(false);
  const step = units && chosen.kind === "open-vote" ? { ...chosen, override: false, units } : chosen;
  const question = questionOf(step, telling);
  if (!question) return null;
  const told = wordsOf(step, telling);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = reason.trim().normalize("NFC");
    if (question.reason && given.length < shortest) return setTooShort(true);
    if (await steps.take(step, question.reason ? given : undefined)) onClose();
  };
  return (
    <Dialog
      title={question.title}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            form={form}
            size="large"
            tone={question.reason ? "danger" : "primary"}
            busy={steps.busy}
            disabled={!steps.online}
          >
            {told.title}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.question} onSubmit={event => void submit(event)}>
        {step.kind === "open-vote" && <WhoIsAsked vote={step.vote} units={units} onChange={setUnits} />}
        {step.kind === "open-vote" && units ? (
          <UnitsAsked vote={step.vote} />
        ) : (
          question.texts.map(text => <p key={text}>{text}</p>)
        )}
        {(step.kind === "open-vote" || step.kind === "open-batch") && !units && <ReadyList />}
        {question.reason && (
          <Field
            label={t.reason}
            hint={t.reasonHint}
            error={tooShort ? t.reasonShort : undefined}
            multiline
            rows={3}
            maxLength={longest}
            value={reason}
            onChange={event => {
              setReason(event.target.value);
              setTooShort(false);
            }}
          />
        )}
        {steps.problem && <ProblemLine problem={steps.problem} />}
      </form>
    </Dialog>
  );
}
