import { percent } from "../../core/format.ts";
import type { PollLineResult, PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { common } from "../../i18n/common.ts";
import { useLang, useText } from "../../i18n/language.ts";
import { shareInWords } from "../../i18n/rule.ts";
import { Figures } from "../../ui/Figures.tsx";
import { classes, Icon } from "../../ui/index.ts";
import styles from "./PollBoard.module.css";
import { heightOf } from "./pages.ts";

type Size = "compact" | "normal" | "wall";

/**
 * The result of a secret ballot: the sheets, the rule with its base, and each line, or the given ones, with its outcome. Nothing
 * before it is given out.
 */
export function PollBoard({
  poll,
  size = "normal",
  lines,
}: {
  poll: PollView;
  size?: Size;
  lines?: readonly PollLineResult[] | undefined;
}) {
  const t = useText(ballots);
  const words = useText(common);
  const { result } = poll;
  if (!result) return null;
  const shown = lines ?? result.lines;
  const lineInvalid = result.lines.some(line => line.invalid > 0);
  const decided = poll.sheet !== "RATING";
  const rule = result.rule && t.needed(shareInWords(result.rule, words), result.needed ?? 0, result.baseSize ?? 0);
  return (
    <section
      className={classes(styles.board, styles[size])}
      aria-label={words.result.heading}
      style={{ "--lines": shown.reduce((sum, line) => sum + heightOf(line), 0) } as React.CSSProperties}
    >
      <PollFacts poll={poll} />
      {rule && <p className={classes("num", styles.rule)}>{rule}</p>}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            {poll.options.map(option => (
              <th key={option.code} scope="col" className={styles.number}>
                {poll.sheet === "ELECTION" ? t.votes : option.label}
              </th>
            ))}
            {lineInvalid && (
              <th scope="col" className={styles.number}>
                {t.columns.lineInvalid}
              </th>
            )}
            {decided && <th scope="col">{t.columns.outcome}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map(line => (
            <Line key={line.lineId} line={line} poll={poll} lineInvalid={lineInvalid} />
          ))}
        </tbody>
      </table>
      {poll.overrideReason && <p className={styles.rule}>{t.override(poll.overrideReason)}</p>}
    </section>
  );
}

function Line({ line, poll, lineInvalid }: { line: PollLineResult; poll: PollView; lineInvalid: boolean }) {
  const t = useText(ballots);
  const words = useText(common);
  const lang = useLang();
  const named = poll.lines.find(one => one.lineId === line.lineId);
  const good = line.outcome === "ELECTED" || line.outcome === "PASSED";
  const base = poll.result?.baseSize ?? poll.result?.collected ?? 0;
  return (
    <tr className={classes(good && styles.good)}>
      <th scope="row">
        <span className={styles.name} lang="vi">
          {named?.name}
        </span>
        {named?.note && (
          <span className={styles.note} lang="vi">
            {named.note}
          </span>
        )}
        {line.findings.map(finding => (
          <span key={finding.code} className={classes("num", styles.finding)}>
            <Icon name="info" size={18} />
            {t.finding(
              poll.options.find(one => one.code === finding.option)?.label ?? finding.option,
              line.marks[finding.option] ?? 0,
              finding.baseSize,
              shareInWords(finding.share, words),
              finding.needed,
              finding.words,
            )}
          </span>
        ))}
      </th>
      {poll.options.map(option => {
        const label = poll.sheet === "ELECTION" ? t.votes : option.label;
        return (
          <td key={option.code} className={classes("num", styles.number)} data-label={label}>
            <b>{line.marks[option.code] ?? 0}</b> <small>{percent(line.marks[option.code] ?? 0, base, lang)}</small>
          </td>
        );
      })}
      {lineInvalid && (
        <td className={classes("num", styles.number)} data-label={t.columns.lineInvalid}>
          {line.invalid}
        </td>
      )}
      {poll.sheet !== "RATING" && (
        <td className={styles.outcome} data-label={t.columns.outcome}>
          <span>
            <Icon name={good ? "check" : line.outcome === "TIED" ? "refresh" : "cross"} size={20} />
            {outcomeWords(poll, line, t)}
          </span>
        </td>
      )}
    </tr>
  );
}

function outcomeWords(poll: PollView, line: PollLineResult, t: (typeof ballots)["vi"]): string {
  if (poll.sheet === "CONFIDENCE" && (line.outcome === "PASSED" || line.outcome === "FAILED")) {
    return t.confidence[line.outcome];
  }
  return t.outcome[line.outcome];
}

/** How many sheets: present, handed out, and once counted collected, valid, invalid. */
export function PollFacts({ poll }: { poll: PollView }) {
  const t = useText(ballots).facts;
  const { result } = poll;
  const facts: [string, number | undefined][] = [
    [t.present, poll.eligible],
    [t.issued, poll.issued],
    [t.collected, result?.collected],
    [t.valid, result?.valid],
    [t.invalid, result?.invalid],
  ];
  return <Figures facts={facts} className={styles.facts} label={t.label} />;
}
