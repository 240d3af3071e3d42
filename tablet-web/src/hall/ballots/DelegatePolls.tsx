import { useState } from "react";
import type { OwnCount, PollView } from "../../core/schemas.ts";
import { PollBoard } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button } from "../../ui/index.ts";
import { useMe, usePart } from "../live.tsx";
import { newestRunningFirst } from "./order.ts";
import { Telling } from "./PollCard.tsx";
import { PollHead } from "./PollHead.tsx";
import styles from "./polls.module.css";
import { CommitteeDialog } from "./secret/CommitteeDialog.tsx";
import { ElectronicPoll } from "./secret/ElectronicPoll.tsx";
import { TellerDialog } from "./TellerDialog.tsx";

/** Secret ballots as a delegate meets them: what to do now, later the result; a teller finds the own work here. */
export default function DelegatePolls({ ended }: { ended: boolean }) {
  const polls = usePart("ballots")?.polls ?? [];
  const current = usePart("now")?.itemId;
  const counting = useMe()?.counting ?? [];
  const [open, setOpen] = useState<string>();
  const shown = newestRunningFirst(polls).filter(
    poll =>
      ["ISSUING", "CASTING", "COUNTING", "COUNTED", "CHECKING", "FINAL"].includes(poll.state) ||
      counting.some(one => one.poll.pollId === poll.pollId && busy(one)) ||
      (ended ? poll.state === "DECLARED" : poll.itemId === current),
  );
  const own = counting.find(one => one.poll.pollId === open);
  return (
    <>
      {shown.map(poll => {
        const counts = counting.find(one => one.poll.pollId === poll.pollId);
        const onOpen = () => setOpen(poll.pollId);
        return poll.form === "SECRET_ELECTRONIC" ? (
          <ElectronicPoll key={poll.pollId} poll={poll} onCommittee={counts && busy(counts) ? onOpen : undefined} />
        ) : (
          <DelegatePoll key={poll.pollId} poll={poll} own={counts} onOpen={onOpen} />
        );
      })}
      {own &&
        (own.poll.form === "SECRET_ELECTRONIC" ? (
          <CommitteeDialog poll={own.poll} onClose={() => setOpen(undefined)} />
        ) : (
          <TellerDialog own={own} onClose={() => setOpen(undefined)} />
        ))}
    </>
  );
}

/** The tellers' work on a void poll ends when its box has destroyed its keys. */
function busy({ poll }: OwnCount): boolean {
  return (
    poll.electronic !== undefined && poll.state !== "DECLARED" && !(poll.state === "VOIDED" && poll.electronic.boxOver)
  );
}

function DelegatePoll({ poll, own, onOpen }: { poll: PollView; own: OwnCount | undefined; onOpen: () => void }) {
  const t = useText(ballots);
  const { state } = poll;
  const hint = state === "ISSUING" ? t.delegate.take : state === "CASTING" ? t.delegate.cast : undefined;
  const opens = state === "ISSUING" || state === "CASTING" || state === "COUNTING" || state === "COUNTED";
  return (
    <section className={styles.card} aria-label={poll.title}>
      <PollHead poll={poll} live={hint !== undefined} />
      <Telling poll={poll} />
      {hint && <p>{hint}</p>}
      {state === "COUNTING" && !own && <p className={styles.quiet}>{t.delegate.count}</p>}
      <PollBoard poll={poll} size="compact" />
      {own && opens && (
        <div className={styles.own}>
          <p className={styles.quiet}>{t.teller.role}</p>
          <Button tone="primary" size="large" icon="edit" block onClick={onOpen}>
            {t.teller.open[state]}
          </Button>
        </div>
      )}
    </section>
  );
}
