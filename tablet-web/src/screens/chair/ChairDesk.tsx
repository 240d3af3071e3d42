import { lazy, Suspense } from "react";
import type { VoteView } from "../../core/schemas.ts";
import { usePart, useSessionClock } from "../../hall/index.ts";
import { batchOfNow } from "../../hall/voting/batch.ts";
import { chair } from "../../i18n/chair.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import styles from "./desk.module.css";
import { FloorCard } from "./FloorCard.tsx";
import { ItemCard } from "./ItemCard.tsx";
import { NextPanel } from "./NextPanel.tsx";
import type { Desk } from "./nextStep.ts";
import { OwnBallot, OwnCheckIn } from "./Own.tsx";
import { StatusStrip } from "./StatusStrip.tsx";
import { useSteps } from "./useSteps.tsx";
import { BatchCard, ResultCard, VoteCard } from "./VoteCard.tsx";

const BallotBox = lazy(() => import("../../hall/ballots/BallotBox.tsx"));

/** Everything a chair needs while presiding, with the next step always in the same place. */
export function ChairDesk({ desk }: { desk: Desk }) {
  const t = useText(chair);
  const words = useText(common);
  const now = useSessionClock();
  const progress = usePart("progress");
  const steps = useSteps(desk.session.rules);
  const { votes } = desk.voting;
  const open = votes.find(one => one.state === "OPEN");
  const batch = batchOfNow(votes);
  const result = open ? undefined : shownResult(desk);
  const { speech, queue } = desk.floor;
  const floorMatters =
    desk.session.openSittingId !== undefined && (open === undefined || speech !== undefined || queue.length > 0);
  return (
    <>
      <StatusStrip desk={desk} now={now} />
      <main className={styles.main}>
        <div className={styles.matter}>
          {open && (
            <div className={styles.voting}>
              <VoteCard vote={open} desk={desk} progress={progress} now={now} />
              <OwnBallot vote={open} />
            </div>
          )}
          {result && (batch.length > 0 ? <BatchCard votes={batch} /> : <ResultCard vote={result} />)}
          {!open && result?.state !== "CLOSED" && <ItemCard desk={desk} now={now} steps={steps} />}
          {desk.now.itemId !== undefined && (
            <Suspense>
              <BallotBox itemId={desk.now.itemId} chair />
            </Suspense>
          )}
          {floorMatters && <FloorCard desk={desk} now={now} steps={steps} />}
        </div>
        <div className={styles.action}>
          <OwnCheckIn desk={desk} />
          <NextPanel telling={{ desk, progress, t, words }} steps={steps} />
        </div>
      </main>
    </>
  );
}

/** A result that waits to be declared; else the newest declared one of the current item until someone speaks again. */
function shownResult(desk: Desk): VoteView | undefined {
  const { votes } = desk.voting;
  const closed = votes.find(one => one.state === "CLOSED");
  if (closed || desk.floor.speech) return closed;
  return votes
    .filter(one => one.state === "DECLARED" && one.itemId === desk.now.itemId)
    .toSorted((a, b) => (b.declaredAt ?? 0) - (a.declaredAt ?? 0))[0];
}
