import { percent } from "../core/format.ts";
import type { Choice, VoteView } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useLang, useText } from "../i18n/language.ts";
import { ruleInWords, votesNeeded } from "../i18n/rule.ts";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./ResultBoard.module.css";
import { ThresholdBar } from "./ThresholdBar.tsx";

type Size = "compact" | "normal" | "wall";

/**
 * The result of a vote as it is announced: verdict, figures with their share of the rule's base, bar with the threshold, the rule in
 * words. `compact` for a tablet's side panel, `wall` for the big screen. Shows nothing while the counts have not been given out.
 */
export function ResultBoard({ vote, size = "normal" }: { vote: VoteView; size?: Size }) {
  const t = useText(common);
  const lang = useLang();
  const { result, rule } = vote;
  if (!result || !rule) return null;
  const base = vote.baseSize ?? 0;
  const needed = vote.needed ?? votesNeeded(rule, base);
  const passed = result.outcome === "PASSED";
  const share = (n: number) => percent(n, base, lang);
  const label = (code: Choice) => vote.options.find(option => option.code === code)?.label ?? t.choice[code];
  const rows: { id: string; icon: IconName; label: string; n: number; style: string | undefined }[] = [
    { id: "for", icon: "check", label: label("FOR"), n: result.forCount, style: styles.yes },
    { id: "against", icon: "cross", label: label("AGAINST"), n: result.againstCount, style: styles.no },
    ...(vote.options.some(option => option.code === "ABSTAIN")
      ? [
          {
            id: "abstain",
            icon: "dash" as const,
            label: label("ABSTAIN"),
            n: result.abstainCount,
            style: styles.abstain,
          },
        ]
      : []),
    { id: "none", icon: "ring", label: t.result.notVoted, n: result.notVoted, style: styles.missing },
    { id: "absent", icon: "user", label: t.result.absent, n: result.absent, style: styles.missing },
  ];
  const iconSize = size === "wall" ? 52 : 24;
  return (
    <section className={classes(styles.board, styles[size])} aria-label={t.result.heading}>
      <div className={classes(styles.verdict, passed ? styles.passed : styles.failed)}>
        <span className={styles.outcome}>
          <Icon name={passed ? "check" : "cross"} size={size === "wall" ? 72 : 30} />
          {passed ? t.result.PASSED : t.result.FAILED}
        </span>
        <span className={classes("num", styles.figure)}>{t.result.votesFor(result.forCount, base)}</span>
        {rule.base === "TOTAL_MEMBERS" && (
          <span className={classes("num", styles.share)}>{t.result.shareOfTotal(share(result.forCount))}</span>
        )}
      </div>
      <dl className={styles.rows}>
        {rows.map(row => (
          <div key={row.id} className={classes(styles.row, row.style)}>
            <dt>
              <Icon name={row.icon} size={iconSize} />
              {row.label}
            </dt>
            <dd className={classes("num", styles.count)}>{row.n}</dd>
            <dd className={classes("num", styles.percent)}>{share(row.n)}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.foot}>
        <ThresholdBar
          size={size === "wall" ? "wall" : "normal"}
          parts={[
            { kind: "yes", value: result.forCount },
            { kind: "no", value: result.againstCount },
            { kind: "abstain", value: result.abstainCount },
          ]}
          whole={base}
          needed={needed}
          mark={t.result.threshold(needed)}
          label={rows.map(row => `${row.label} ${row.n}`).join(", ")}
        />
        <p className={classes("num", styles.rule)}>{ruleInWords(result.forCount, base, rule, t, needed)}</p>
        {result.byChair && <p className={styles.rule}>{t.result.byChair(label("FOR"), label("AGAINST"))}</p>}
        {vote.overrideReason && <p className={styles.rule}>{t.result.override(vote.overrideReason)}</p>}
      </div>
    </section>
  );
}
