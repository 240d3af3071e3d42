import type { Choice, VoteView } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icons.tsx";
import styles from "./LiveCount.module.css";

type Counts = NonNullable<VoteView["live"]>;

const signs: Record<Choice, { icon: IconName; of: (counts: Counts) => number; style: string | undefined }> = {
  FOR: { icon: "check", of: counts => counts.forCount, style: styles.yes },
  AGAINST: { icon: "cross", of: counts => counts.againstCount, style: styles.no },
  ABSTAIN: { icon: "dash", of: counts => counts.abstainCount, style: styles.abstain },
};

/** The counts of an open vote in its own words. Shows nothing where the matter keeps them back until the close. */
export function LiveCount({ vote, size = "normal" }: { vote: VoteView; size?: "normal" | "wall" }) {
  const t = useText(common).result;
  const { live } = vote;
  if (!live) return null;
  return (
    <dl className={classes(styles.counts, styles[size])} aria-label={t.live}>
      {vote.options.map(({ code, label }) => {
        const sign = code in signs ? signs[code as Choice] : undefined;
        return (
          sign && (
            <div key={code} className={classes(styles.count, sign.style)}>
              <dt>
                <Icon name={sign.icon} size={size === "wall" ? 44 : 22} />
                <span lang="vi">{label}</span>
              </dt>
              <dd className="num">{sign.of(live)}</dd>
            </div>
          )
        );
      })}
      {vote.needed !== undefined && (
        <div className={styles.count}>
          <dt>{t.toPass}</dt>
          <dd className="num">{vote.needed}</dd>
        </div>
      )}
    </dl>
  );
}
