import { asProblem } from "../../core/problem.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { useText } from "../../i18n/language.ts";
import { useProblemTitle } from "../../i18n/problems.ts";
import { Button, StateChip } from "../../ui/index.ts";
import { lacksOf, useReadiness } from "./useReadiness.ts";
import styles from "./voting.module.css";

/** Before a vote: how many of those present can vote with a tablet now, who can't, and why. It holds up nothing. */
export function ReadyList({
  secret = false,
}: {
  /** A secret ballot on tablets: each needs a key, whatever the rules say of open votes. */
  secret?: boolean;
}) {
  const t = useText(ballotDesk).ready;
  const problem = useProblemTitle();
  const { data, error, refetch } = useReadiness();
  if (!data) {
    return error ? (
      <p className={styles.quiet} role="status">
        {t.unknown(problem(asProblem(error)))}{" "}
        <Button tone="plain" icon="refresh" onClick={() => void refetch()}>
          {t.again}
        </Button>
      </p>
    ) : (
      <p className={styles.quiet}>{t.looking}</p>
    );
  }
  const keys = secret || data.signatures;
  const wanting = data.present
    .map(person => ({ ...person, lacks: lacksOf(person, keys) }))
    .filter(person => person.lacks.length > 0);
  const all = wanting.length === 0;
  return (
    <section className={styles.ready} aria-label={t.title}>
      <p className={styles.readyHead}>
        <StateChip tone={all ? "good" : "warn"} icon={all ? "check" : "info"}>
          {t.count(data.present.length - wanting.length, data.present.length)}
        </StateChip>
        <span className={styles.quiet}>{keys ? t.meansSigned : t.means}</span>
      </p>
      {!all && (
        <details open={wanting.length <= 5}>
          <summary>{t.notYet(wanting.length)}</summary>
          <ul className={styles.readyList}>
            {wanting.map(person => (
              <li key={person.personId}>
                <span lang="vi">
                  {person.name} <span className={styles.quiet}>{person.seat}</span>
                </span>
                <span className={styles.quiet}>{person.lacks.map(lack => t.lack[lack]).join(" · ")}</span>
              </li>
            ))}
          </ul>
          <p className={styles.quiet}>{secret ? t.adviceSecret : t.advice}</p>
        </details>
      )}
    </section>
  );
}
