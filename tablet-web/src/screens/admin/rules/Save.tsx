import { useState } from "react";
import { localDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { NewRuleSet, RuleSetHistory } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, ConfirmDialog, classes, ProblemLine, useToast } from "../../../ui/index.ts";
import styles from "./rules.module.css";
import { useHistory, useSave } from "./useRules.ts";

/** Saves the draft as the next version after restating it; tells when somebody was faster. */
export function Save({
  history,
  draft,
  changes,
  ready,
  onRebase,
  onDiscard,
}: {
  history: RuleSetHistory;
  draft: NewRuleSet;
  changes: readonly string[];
  ready: boolean;
  onRebase: (base: number) => void;
  onDiscard: () => void;
}) {
  const t = useText(rules);
  const say = useToast();
  const save = useSave(history.bodyId);
  const { refetch } = useHistory(history.bodyId);
  const [asking, setAsking] = useState<"save" | "discard">();
  const newest = history.versions[0];
  const next = (newest?.version ?? 0) + 1;
  const stale = newest !== undefined && newest.version !== draft.base;
  const close = () => setAsking(undefined);
  const confirm = () =>
    save.mutate(draft, {
      onSuccess: () => {
        say(t.saved(next), "good");
        close();
        onDiscard();
      },
      onError: error => {
        if (asProblem(error).code !== "units:rules-changed") return;
        close();
        void refetch();
      },
    });
  return (
    <section className={classes(styles.card, styles.saving)} aria-label={t.save(next)}>
      {stale && (
        <div className={styles.stale} role="alert">
          <p>{t.stale(newest.version, newest.writtenBy ?? t.someone)}</p>
          <Button onClick={() => onRebase(newest.version)}>{t.goOn(newest.version)}</Button>
        </div>
      )}
      <div className={styles.foot}>
        <Button disabled={changes.length === 0} onClick={() => setAsking("discard")}>
          {t.discard}
        </Button>
        <Button tone="primary" disabled={!ready || stale} onClick={() => setAsking("save")}>
          {t.save(next)}
        </Button>
      </div>
      {asking === "save" && (
        <ConfirmDialog
          title={t.saveTitle(next)}
          action={t.save(next)}
          tone="primary"
          busy={save.isPending}
          onConfirm={confirm}
          onClose={close}
        >
          <p>{t.saveText(localDate(draft.validFrom))}</p>
          <ul className={styles.changes}>
            {changes.map(change => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {save.error && <ProblemLine problem={asProblem(save.error)} />}
        </ConfirmDialog>
      )}
      {asking === "discard" && (
        <ConfirmDialog
          title={t.discardTitle}
          action={t.discard}
          onConfirm={() => {
            close();
            onDiscard();
          }}
          onClose={close}
        >
          <p>{t.discardText}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
