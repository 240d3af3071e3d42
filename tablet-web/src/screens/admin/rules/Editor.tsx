import { useEffect, useMemo, useRef, useState } from "react";
import type { NewRuleSet, RuleSetHistory } from "../../../core/schemas.ts";
import { differences } from "../../../features/rules/differences.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { Button, classes, Icon } from "../../../ui/index.ts";
import { AddMatter } from "./AddMatter.tsx";
import { Basis, MembersCard } from "./Basis.tsx";
import { latest, totalOn, withBallots, withMatter } from "./draft.ts";
import { type Fault, faultAt, typingFaults } from "./faults.ts";
import { MatterCard } from "./MatterCard.tsx";
import { Preview } from "./Preview.tsx";
import styles from "./rules.module.css";
import { Save } from "./Save.tsx";
import { Settings } from "./Settings.tsx";
import { usePreview } from "./useRules.ts";

/** The next version as it is written, beside what it would change. */
export function Editor({
  history,
  draft,
  onDraft,
  onDiscard,
}: {
  history: RuleSetHistory;
  draft: NewRuleSet;
  onDraft: (draft: NewRuleSet) => void;
  onDiscard: () => void;
}) {
  const t = useText(rules);
  const words = useText(common);
  const [adding, setAdding] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const typing = useMemo(() => typingFaults(draft), [draft]);
  const preview = usePreview(history.bodyId, typing.length === 0 ? draft : undefined);
  const newest = latest(history);
  const changes = useMemo(
    () => (newest ? differences(newest, draft, { t, common: words }) : [t.first]),
    [newest, draft, t, words],
  );
  const faults: readonly Fault[] = typing.length > 0 ? typing : shown(preview.data?.faults, changes.length > 0);
  useLeaveGuard(changes.length > 0);
  const total = totalOn(draft, history.members);
  const committee = history.kind === "COMMITTEE";
  const shared = { draft, history, total, faults, onChange: onDraft };
  const noResolution = faultAt(faults, "ballots.matters");
  return (
    <div className={styles.columns}>
      <div className={styles.column} ref={form}>
        <Basis {...shared} />
        <section className={styles.card} aria-labelledby="rules-matters">
          <h2 id="rules-matters" className={styles.heading}>
            {t.matters}
          </h2>
          <div className={styles.matters}>
            {draft.ballots.matters.map((matter, at) => (
              <MatterCard
                key={matter.code}
                matter={matter}
                path={`ballots.matters.${at}`}
                total={total}
                committee={committee}
                faults={faults}
                onChange={next => onDraft(withMatter(draft, at, next))}
                {...(matter.code === "resolution" ? {} : { onDrop: () => onDraft(withMatter(draft, at, undefined)) })}
              />
            ))}
          </div>
          {noResolution && <p className={styles.fault}>{t.fault[noResolution]}</p>}
          <div>
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t.addMatter}
            </Button>
          </div>
        </section>
        <MembersCard {...shared} />
        <Settings
          ballots={draft.ballots}
          committee={committee}
          faults={faults}
          onChange={change => onDraft(withBallots(draft, change))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must get there */}
      <section className={styles.side} aria-label={t.side} tabIndex={0}>
        <Preview
          preview={preview.data}
          changes={changes}
          error={preview.error}
          busy={preview.isFetching || preview.isPlaceholderData}
        />
        {faults.length > 0 && (
          <div className={classes(styles.faults, styles.saving)} role="alert">
            <Icon name="warning" />
            <span>{t.faults(faults.length)}</span>
            <Button onClick={() => form.current && toFirstFault(form.current, faults)}>{t.toFault}</Button>
          </div>
        )}
        <Save
          history={history}
          draft={draft}
          changes={changes}
          ready={faults.length === 0 && changes.length > 0 && !preview.isPlaceholderData && !!preview.data}
          onRebase={base => onDraft({ ...draft, base })}
          onDiscard={onDiscard}
        />
      </section>
      {adding && (
        <AddMatter
          taken={draft.ballots.matters.map(matter => matter.code)}
          onAdd={matter => {
            onDraft(withBallots(draft, { matters: [...draft.ballots.matters, matter] }));
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

/** A draft that nobody has touched yet is not blamed for what its version lacks. */
function shown(faults: readonly Fault[] | undefined, touched: boolean): readonly Fault[] {
  return touched && faults ? faults : [];
}

/** Unfolds the matter that the first fault is in, and brings the place into view. */
function toFirstFault(form: HTMLElement, faults: readonly Fault[]): void {
  const first = faults.find(fault => fault.path.startsWith("ballots.matters."));
  const card = first && form.querySelector<HTMLDetailsElement>(`[data-path="${first.path.split(".", 3).join(".")}"]`);
  if (card) card.open = true;
  const place =
    form.querySelector<HTMLElement>('[aria-invalid="true"]') ??
    form.querySelector<HTMLElement>('[role="alert"]') ??
    card?.querySelector<HTMLElement>("summary");
  place?.scrollIntoView({ block: "center" });
  place?.focus();
}

/** The browser asks before a draft with changes is closed. */
function useLeaveGuard(changed: boolean): void {
  useEffect(() => {
    if (!changed) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [changed]);
}
