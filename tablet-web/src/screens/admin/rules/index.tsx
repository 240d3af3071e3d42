import { useEffect, useState } from "react";
import { Link } from "wouter";
import { localDate } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { NewRuleSet, RuleSetHistory } from "../../../core/schemas.ts";
import { AccountMenu } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { AppHeader, ErrorState, Icon, Skeleton, Tabs } from "../../../ui/index.ts";
import admin from "../admin.module.css";
import { draftOf, firstDraft, latest } from "./draft.ts";
import { Editor } from "./Editor.tsx";
import { History } from "./History.tsx";
import styles from "./rules.module.css";
import { useHistory } from "./useRules.ts";

/** The rules of one body: the next version as it is written, and all versions. */
export default function Rules({ body }: { body: string }) {
  const t = useText(rules);
  const history = useHistory(body);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className={admin.page}>
      <AppHeader
        title={t.title}
        subtitle={history.data?.bodyName ?? ""}
        leading={
          <Link href="/admin" className={admin.back} aria-label={t.back}>
            <Icon name="back" />
          </Link>
        }
      >
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        {history.data ? (
          <Parts history={history.data} />
        ) : history.error ? (
          <ErrorState problem={asProblem(history.error)} onRetry={() => void history.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </main>
    </div>
  );
}

function Parts({ history }: { history: RuleSetHistory }) {
  const t = useText(rules);
  const [part, setPart] = useState<"edit" | "history">("edit");
  const [draft, setDraft] = useState<NewRuleSet>();
  const inForce = history.versions.find(version => version.state === "IN_FORCE");
  const newest = latest(history);
  const base = history.versions[0]?.version;
  const start = newest ? draftOf(newest, history.today, base) : firstDraft(history, t.defaults, t.resolution);
  return (
    <>
      <p className={styles.now}>{inForce ? t.inForce(inForce.version, localDate(inForce.validFrom)) : t.none}</p>
      <Tabs
        label={t.parts}
        value={part}
        onChange={setPart}
        options={[
          { id: "edit", label: t.edit },
          { id: "history", label: t.history, badge: history.versions.length },
        ]}
      />
      {part === "edit" ? (
        <Editor history={history} draft={draft ?? start} onDraft={setDraft} onDiscard={() => setDraft(undefined)} />
      ) : (
        <History history={history} />
      )}
    </>
  );
}
