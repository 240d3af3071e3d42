import { useEffect, useState } from "react";
import type { SessionView } from "../../core/schemas.ts";
import { useMe, usePart, useSessionClock } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, RunningClock, StateChip } from "../../ui/index.ts";
import styles from "./delegate.module.css";
import { FloorActions } from "./FloorActions.tsx";
import type { FullBallot } from "./FullBallot.tsx";
import { LivePanel, voteOfNow } from "./LivePanel.tsx";

/** The lower edge of small tablets: what happens in one line; a tap, or a vote, brings up the panel. */
export function SheetBar({ session, full }: { session: SessionView; full: FullBallot }) {
  const t = useText(delegate);
  const words = useText(common);
  const voting = usePart("voting");
  const floor = usePart("floor");
  const nowPart = usePart("now");
  const attendance = usePart("attendance");
  const me = useMe();
  const now = useSessionClock();
  const [open, setOpen] = useState(false);
  const vote = voteOfNow(voting?.votes ?? [], nowPart?.itemId);
  const openVote = vote?.state === "OPEN" ? vote.voteId : undefined;
  const eligible = me?.ballots.some(ballot => ballot.voteId === openVote && ballot.eligible) ?? false;
  const declared = vote?.state === "DECLARED" ? vote.voteId : undefined;
  const poll = usePart("ballots")?.polls.find(one => one.state === "ISSUING" || one.state === "CASTING")?.pollId;
  const member = me?.delegate ?? false;
  useEffect(() => {
    if (poll && member) setOpen(true);
  }, [poll, member]);
  const rollCall = attendance?.sittings.find(one => one.rollCall === "OPEN")?.sittingId;
  const missing = rollCall !== undefined && me?.sittings.find(one => one.sittingId === rollCall)?.presence === "NONE";
  return (
    <div className={styles.sheetBar}>
      <div className={styles.sheetSummary}>
        {openVote ? (
          <StateChip tone="live">{t.agenda.voting}</StateChip>
        ) : poll ? (
          <StateChip tone="live">{t.agenda.balloting}</StateChip>
        ) : missing ? (
          <StateChip tone="warn" icon="user">
            {t.checkIn.title}
          </StateChip>
        ) : floor?.speech ? (
          <>
            <StateChip tone="info" icon="mic">
              {floor.speech.name}
            </StateChip>
            <RunningClock
              now={now}
              since={floor.speech.since}
              until={floor.speech.until}
              label={floor.speech.until === undefined ? t.floor.elapsed : t.floor.remaining}
              className={styles.sheetClock}
            />
          </>
        ) : declared ? (
          <StateChip tone="info" icon="vote">
            {words.result.heading}
          </StateChip>
        ) : (
          <StateChip icon="info">
            {session.state === "ENDED" ? t.panel.ended : session.openSittingId ? t.panel.quiet : t.panel.noSitting}
          </StateChip>
        )}
      </div>
      <div className={styles.sheetButtons}>
        <Button
          tone={openVote || missing ? "primary" : "quiet"}
          icon="up"
          onClick={openVote && eligible ? full.open : () => setOpen(true)}
        >
          {openVote
            ? eligible
              ? t.vote.title
              : t.agenda.voting
            : missing
              ? t.checkIn.title
              : declared
                ? t.vote.seeResult
                : t.panel.sheet}
        </Button>
        {!openVote && !missing && <FloorActions sittingOpen={session.openSittingId !== undefined} />}
      </div>
      {open && (
        <Dialog shape="sheet" title={t.panel.sheet} onClose={() => setOpen(false)}>
          <LivePanel session={session} full={full} />
        </Dialog>
      )}
    </div>
  );
}
