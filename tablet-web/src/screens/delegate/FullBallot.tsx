import { useEffect, useState } from "react";
import type { VoteView } from "../../core/schemas.ts";
import { fetchBallots } from "../../features/vote/index.ts";
import { fetchSigning, OpenVote, useMe, usePart } from "../../hall/index.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog } from "../../ui/index.ts";

/** The open ballot in full screen: what to show, and the ways in and out. */
export interface FullBallot {
  /** Shown over everything now. */
  shown: VoteView | undefined;
  open(): void;
  close(): void;
}

/** It opens by itself for who may vote and has not; closed once, it stays closed until the next vote. */
export function useFullBallot(): FullBallot {
  const voting = usePart("voting");
  const me = useMe();
  const vote = voting?.votes.find(one => one.state === "OPEN");
  const key = vote?.batchId ?? vote?.voteId;
  const [wanted, setWanted] = useState<{ key: string; shown: boolean }>();
  useEffect(() => {
    void Promise.all([fetchBallots(), fetchSigning()]).catch(() => undefined); // the ballot itself tells what fails
  }, []);
  const together = voting?.votes.filter(one => one.state === "OPEN" && one.batchId === vote?.batchId) ?? [];
  const waits = together.some(one =>
    me?.ballots.some(ballot => ballot.voteId === one.voteId && ballot.eligible && ballot.choice === null),
  );
  useEffect(() => {
    if (key && waits) setWanted(before => (before?.key === key ? before : { key, shown: true }));
  }, [key, waits]);
  const shown = key !== undefined && wanted?.key === key && wanted.shown;
  return {
    shown: shown ? vote : undefined,
    open: () => key && setWanted({ key, shown: true }),
    close: () => key && setWanted({ key, shown: false }),
  };
}

/** The ballot over the whole screen; the way back to the papers is always there. */
export function FullBallotDialog({ full }: { full: FullBallot }) {
  const t = useText(delegate).vote;
  if (!full.shown) return null;
  return (
    <Dialog
      shape="full"
      title={t.ballot}
      onClose={full.close}
      actions={
        <Button icon="back" onClick={full.close}>
          {t.toPapers}
        </Button>
      }
    >
      <OpenVote vote={full.shown} large />
    </Dialog>
  );
}
