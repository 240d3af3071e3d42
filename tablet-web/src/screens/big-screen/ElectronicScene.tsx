import type { PollView } from "../../core/schemas.ts";
import { useProgress } from "../../hall/ballots/secret/useProgress.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { secret } from "../../i18n/secret.ts";
import { StateChip } from "../../ui/index.ts";
import { FitText } from "./FitText.tsx";
import { Scene } from "./Frame.tsx";
import { PollResult } from "./PollResult.tsx";
import type { Picture } from "./picture.ts";
import styles from "./scenes.module.css";

/** A secret electronic poll on the wall: its number to compare, how many ballots, later the result under the board's mark. */
export function ElectronicScene({
  picture: { poll, item },
  now,
}: {
  picture: Extract<Picture, { scene: "POLL" }>;
  now: () => number;
}) {
  const t = useText(secret);
  const words = useText(ballots);
  const { electronic, state, result } = poll;
  const kicker = item ? t.wall.kicker(item.number) : t.kind;
  if (result) {
    const mark = electronic?.root && t.wall.root(electronic.root);
    return (
      <PollResult
        poll={poll}
        kicker={kicker}
        mark={state === "CHECKING" ? `${t.wall.check} ${mark ?? ""}` : mark}
        now={now}
      />
    );
  }
  const closed = state === "COUNTING" || state === "COUNTED";
  return (
    <Scene kicker={kicker} title={<FitText text={poll.title} largest={4.25} smallest={2.5} height={17} />}>
      <div className={styles.voting}>
        <p className={styles.state}>
          <StateChip tone={closed || state === "VOIDED" ? "warn" : "live"}>
            {electronic && state !== "VOIDED" ? t.phase[electronic.phase] : words.state[state]}
          </StateChip>
        </p>
        {state === "ISSUING" && <Issuing poll={poll} />}
        {state === "CASTING" && <Casting poll={poll} />}
        {closed && <p className={styles.label}>{t.wall.closed}</p>}
      </div>
    </Scene>
  );
}

function Issuing({ poll }: { poll: PollView }) {
  const t = useText(secret);
  const { fingerprint, taken } = poll.electronic ?? {};
  if (!fingerprint) return <p className={styles.label}>{t.preparing}</p>;
  return (
    <div className={styles.figures}>
      <div>
        <p className={styles.label}>{t.fingerprint}</p>
        <p className={`num ${styles.fingerprint}`}>
          {fingerprint.slice(0, 4)} {fingerprint.slice(4)}
        </p>
        <p className={styles.label}>{t.wall.compare}</p>
      </div>
      <div className={styles.elapsed}>
        <p className={`num ${styles.taken}`}>
          <b>{taken}</b>/{poll.eligible}
        </p>
        <p className={styles.label}>{t.wall.taken}</p>
      </div>
    </div>
  );
}

/** A number only, no finer than every five seconds. */
function Casting({ poll }: { poll: PollView }) {
  const t = useText(secret);
  const { cast } = useProgress(poll) ?? {};
  const issued = poll.issued ?? 0;
  return (
    <>
      <div className={styles.figures}>
        <div>
          <p className={`num ${styles.figure}`}>
            <b>{cast ?? "–"}</b>/{issued}
          </p>
          <p className={styles.label}>{t.wall.cast}</p>
        </div>
      </div>
      <progress className={styles.progress} value={cast ?? 0} max={Math.max(issued, 1)} aria-label={t.wall.cast} />
    </>
  );
}
