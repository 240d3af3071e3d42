import { useState } from "react";
import { chair } from "../../i18n/chair.ts";
import { useText } from "../../i18n/language.ts";
import { Button, classes, Icon, ProblemLine } from "../../ui/index.ts";
import styles from "./NextPanel.module.css";
import { nextStep, otherSteps, type Step } from "./nextStep.ts";
import { StepDialog } from "./StepDialog.tsx";
import { asksFirst, type Telling, wordsOf } from "./stepWords.ts";
import { type Steps, useSettled } from "./useSteps.tsx";

/** The large button of the next step, why it is the next, and what else may be done. */
export function NextPanel({ telling, steps }: { telling: Telling; steps: Steps }) {
  const t = useText(chair).step;
  const [asked, setAsked] = useState<Step>();
  const next = nextStep(telling.desk);
  const others = otherSteps(telling.desk);
  const told = wordsOf(next, telling);
  const settled = useSettled(stepKey(next));
  const idle = next.kind === "wait" || next.kind === "finished";
  const take = (step: Step) => {
    if (asksFirst(step, telling)) setAsked(step);
    else void steps.take(step);
  };
  return (
    <section className={styles.panel} aria-labelledby="next-step">
      <div className={styles.why} aria-live="polite">
        <h2 id="next-step" className={styles.heading}>
          {t.heading}
        </h2>
        {idle && (
          <p className={classes(styles.wait, next.kind === "finished" && styles.finished)}>
            <Icon name={told.icon} size={28} /> {told.title}
          </p>
        )}
        {told.text && (
          <p className={styles.text} lang="vi">
            {told.text}
          </p>
        )}
      </div>
      {steps.problem && <ProblemLine problem={steps.problem} />}
      {!steps.online && <p className={styles.offline}>{t.offline}</p>}
      {!idle && (
        <Button
          tone={told.tone}
          block
          icon={told.icon}
          className={classes(styles.next, told.tone === "quiet" && styles.caution)}
          busy={steps.busy || !settled}
          disabled={!steps.online}
          onClick={() => take(next)}
        >
          {told.title}
        </Button>
      )}
      {others.length > 0 && (
        <fieldset className={styles.others}>
          <legend className="visually-hidden">{t.others}</legend>
          {others.map(step => {
            const words = wordsOf(step, telling);
            return (
              <Button
                key={step.kind}
                icon={words.icon}
                busy={steps.busy}
                disabled={!steps.online}
                className={styles.other}
                onClick={() => take(step)}
              >
                {words.title}
              </Button>
            );
          })}
        </fieldset>
      )}
      {asked && <StepDialog step={asked} telling={telling} steps={steps} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

/** Tells steps apart for the eye: another kind, or the same for another thing. */
function stepKey(step: Step): string {
  switch (step.kind) {
    case "open-item":
      return `${step.kind} ${step.item.itemId}`;
    case "grant":
      return `${step.kind} ${step.speaker.personId}`;
    default:
      return step.kind;
  }
}
