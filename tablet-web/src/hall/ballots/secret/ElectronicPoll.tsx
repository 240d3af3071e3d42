import { keysPossible } from "../../../core/marks.ts";
import type { PollView } from "../../../core/schemas.ts";
import { PollBoard } from "../../../features/ballots/index.ts";
import { ballots } from "../../../i18n/ballots.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button } from "../../../ui/index.ts";
import { useBooths } from "../../booths.tsx";
import { useMe } from "../../live.tsx";
import { PollHead } from "../PollHead.tsx";
import styles from "../polls.module.css";
import { BoothLines } from "./BoothDialog.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { LimitsButton } from "./Limits.tsx";
import { Preparing } from "./Preparing.tsx";

/** An electronic poll beside the papers: where the own ballot is, what to compare, later the result. `onCommittee`: for tellers. */
export function ElectronicPoll({ poll, onCommittee }: { poll: PollView; onCommittee: (() => void) | undefined }) {
  const t = useText(secret);
  const words = useText(ballots);
  const { state, electronic } = poll;
  const casts = state === "ISSUING" || state === "CASTING";
  const over = state === "DECLARED" || state === "VOIDED";
  return (
    <section className={styles.card} aria-label={poll.title}>
      <PollHead poll={poll} live={casts} />
      <p className={styles.quiet}>{t.kind}</p>
      {state === "VOIDED" && <p>{words.voided(poll.voidReason ?? "")}</p>}
      {electronic?.phase === "PREPARING" ? <Preparing words={t.preparing} /> : !over && <Own poll={poll} />}
      {casts && <Fingerprint digits={electronic?.fingerprint} />}
      <PollBoard poll={poll} size="compact" />
      {onCommittee && (
        <div className={styles.own}>
          <p className={styles.quiet}>{t.committee.role}</p>
          <Button tone="primary" size="large" icon="users" block onClick={onCommittee}>
            {t.committee.open}
          </Button>
        </div>
      )}
      {!over && <LimitsButton />}
    </section>
  );
}

function Own({ poll }: { poll: PollView }) {
  const t = useText(secret);
  const booths = useBooths();
  const me = useMe();
  if (!me?.delegate || !booths) return null;
  if (!me.secret?.some(one => one.pollId === poll.pollId)) return <p>{t.notPresent}</p>;
  if (!keysPossible()) return <p role="status">{t.own.unpaired}</p>;
  return <BoothLines booth={booths.all.get(poll.pollId)} onOpen={() => booths.show(poll.pollId)} />;
}
