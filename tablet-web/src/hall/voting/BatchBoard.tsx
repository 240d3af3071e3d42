import type { VoteView } from "../../core/schemas.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { classes, Icon } from "../../ui/index.ts";
import { NamesButton } from "./NamesButton.tsx";
import styles from "./voting.module.css";

/** The votes of a batch, one line each: what it came to, as far as this audience may know. */
export function BatchBoard({ votes }: { votes: readonly VoteView[] }) {
  const t = useText(ballotDesk).batch;
  const of = (outcome: "PASSED" | "FAILED") =>
    votes.filter(vote => vote.state !== "VOIDED" && vote.result?.outcome === outcome).length;
  const voided = votes.filter(vote => vote.state === "VOIDED").length;
  const counted = votes.some(vote => vote.result !== undefined);
  return (
    <div className={styles.board}>
      {counted && <p className={styles.sum}>{t.summary(of("PASSED"), of("FAILED"), voided)}</p>}
      <ol className={styles.votes} aria-label={t.list}>
        {votes.map(vote => (
          <li key={vote.voteId} className={styles.vote}>
            <span lang="vi">{vote.title}</span>
            <Verdict vote={vote} />
            <NamesButton vote={vote} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Verdict({ vote }: { vote: VoteView }) {
  const t = useText(ballotDesk).batch;
  const words = useText(common).result;
  const { result } = vote;
  if (vote.state === "VOIDED") return <span className={styles.quiet}>{words.voided(vote.voidReason ?? "")}</span>;
  if (!result) return null;
  const passed = result.outcome === "PASSED";
  return (
    <span className={styles.verdict}>
      <span className="num">{t.verdict(result.forCount, vote.baseSize ?? 0, vote.needed ?? 0)}</span>
      <b className={classes(styles.outcome, passed ? styles.passed : styles.failed)}>
        <Icon name={passed ? "check" : "cross"} size={20} /> {words[result.outcome]}
      </b>
    </span>
  );
}
