import type { PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { StateChip } from "../../ui/index.ts";
import styles from "./polls.module.css";

/** What a poll is about and where it stands. */
export function PollHead({ poll, live }: { poll: PollView; live: boolean }) {
  const words = useText(ballots).state;
  const { state } = poll;
  return (
    <div className={styles.head}>
      <p className={styles.title} lang="vi">
        {poll.title}
      </p>
      <StateChip tone={live ? "live" : state === "DECLARED" ? "good" : state === "VOIDED" ? "bad" : "warn"}>
        {words[state]}
      </StateChip>
    </div>
  );
}
