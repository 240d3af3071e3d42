import { asProblem } from "../../../core/problem.ts";
import type { RuleSetPreview } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { rules } from "../../../i18n/rules.ts";
import { classes, ProblemLine } from "../../../ui/index.ts";
import styles from "./rules.module.css";

type Effect = RuleSetPreview["matters"][number];

/** What the draft would change: how many it takes before and after, and which sessions keep the old rules. */
export function Preview({
  preview,
  changes,
  error,
  busy,
}: {
  preview: RuleSetPreview | undefined;
  changes: readonly string[];
  error: Error | null;
  busy: boolean;
}) {
  const t = useText(rules);
  return (
    <section className={styles.card} aria-labelledby="rules-preview" aria-busy={busy}>
      <h2 id="rules-preview" className={styles.heading}>
        {t.preview}
      </h2>
      <Changes changes={changes} />
      {error && <ProblemLine problem={asProblem(error)} />}
      {preview ? <Effects preview={preview} /> : !error && <p className={styles.meta}>{t.previewWait}</p>}
    </section>
  );
}

function Changes({ changes }: { changes: readonly string[] }) {
  const t = useText(rules);
  if (changes.length === 0) return <p className={styles.meta}>{t.unchanged}</p>;
  return (
    <div>
      <h3 className={styles.small}>
        {t.differences} ({t.changes(changes.length)})
      </h3>
      <ul className={styles.changes}>
        {changes.map(change => (
          <li key={change}>{change}</li>
        ))}
      </ul>
    </div>
  );
}

function Effects({ preview }: { preview: RuleSetPreview }) {
  const t = useText(rules);
  const { totalBefore, totalAfter } = preview;
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{t.matter}</th>
            <th scope="col">
              {t.before} {totalBefore !== undefined && <small>{t.ofTotal(totalBefore)}</small>}
            </th>
            <th scope="col">
              {t.after} <small>{t.ofTotal(totalAfter)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          <Line effect={{ ...preview.quorum, name: t.quorumRow }} />
          {preview.matters.map(effect => (
            <Line key={effect.code} effect={effect} />
          ))}
        </tbody>
      </table>
      <h3 className={styles.small}>{t.sessions}</h3>
      {preview.sessions.length === 0 ? (
        <p className={styles.meta}>{t.noSessions}</p>
      ) : (
        <ul className={styles.changes}>
          {preview.sessions.map(session => (
            <li key={session.sessionId}>
              {t.session(session.title, session.version)}{" "}
              <span className={styles.meta}>({session.begun ? t.begun : t.canTake})</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Line({ effect }: { effect: Effect }) {
  const t = useText(rules);
  const differs = effect.before !== effect.after;
  return (
    <tr className={classes(differs && styles.differs)}>
      <th scope="row">{effect.name}</th>
      <td className="num">{effect.before ?? t.fresh}</td>
      <td className="num">{effect.after ?? t.gone}</td>
    </tr>
  );
}
