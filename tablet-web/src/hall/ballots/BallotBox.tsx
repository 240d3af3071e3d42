import { useState } from "react";
import type { PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button } from "../../ui/index.ts";
import { usePart } from "../live.tsx";
import { PollCard } from "./PollCard.tsx";
import styles from "./polls.module.css";
import { type Draft, SheetDialog } from "./SheetDialog.tsx";

/** The secret ballots of one item on a desk that runs them: the secretary's, or the chair's without the preparation. */
export default function BallotBox({ itemId, chair = false }: { itemId: string; chair?: boolean }) {
  const t = useText(ballots);
  const session = usePart("session");
  const polls = usePart("ballots")?.polls.filter(poll => poll.itemId === itemId) ?? [];
  const [draft, setDraft] = useState<Draft>();
  if (!session || (chair && polls.length === 0)) return null;
  return (
    <section className={styles.box} aria-labelledby="item-polls">
      <div className={styles.boxHead}>
        <h4 id="item-polls">{t.title}</h4>
        {!chair && session.state !== "ENDED" && (
          <Button icon="plus" onClick={() => setDraft({ itemId })}>
            {t.prepare}
          </Button>
        )}
      </div>
      {polls.length === 0 && <p className={styles.quiet}>{t.none}</p>}
      {polls.map(poll => (
        <PollCard key={poll.pollId} poll={poll} chair={chair} onDraft={setDraft} />
      ))}
      {draft && <SheetDialog draft={draft} onClose={() => setDraft(undefined)} />}
    </section>
  );
}

/** What a repeated ballot starts with: all lines, or those that are tied. */
export function againOf(poll: PollView): Draft {
  const tied = new Set(
    poll.state === "DECLARED"
      ? poll.result?.lines.filter(line => line.outcome === "TIED").map(line => line.lineId)
      : poll.lines.map(line => line.lineId),
  );
  const elected = poll.result?.lines.filter(line => line.outcome === "ELECTED").length ?? 0;
  return {
    itemId: poll.itemId,
    like: {
      ...poll,
      lines: poll.lines.filter(line => tied.has(line.lineId)),
      ...(poll.seats !== undefined && { seats: poll.state === "DECLARED" ? poll.seats - elected : poll.seats }),
    },
    after: poll.pollId,
  };
}
