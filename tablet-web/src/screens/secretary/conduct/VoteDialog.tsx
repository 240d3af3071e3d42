import { useState } from "react";
import { ConfirmCommand, ReasonCommand } from "../../../hall/CommandDialogs.tsx";
import { BatchBoard } from "../../../hall/voting/BatchBoard.tsx";
import { ReadyList } from "../../../hall/voting/ReadyList.tsx";
import { UnitsAsked, VoteRule, WhoIsAsked } from "../../../hall/voting/WhoIsAsked.tsx";
import { ballotDesk } from "../../../i18n/ballot-desk.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { ruleInWords } from "../../../i18n/rule.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Voters } from "../../../ui/index.ts";
import { lackForVote } from "./logic.ts";
import type { ConductView } from "./useConduct.ts";
import styles from "./VoteDialog.module.css";

export type VoteAsk = { kind: "open" | "withdraw" | "hold" | "close" | "declare" | "drop"; voteId: string };

/** Restates what is about to happen to a vote. It goes away by itself when someone else has done it meanwhile. */
export function VoteDialog({ ask, view, onClose }: { ask: VoteAsk; view: ConductView; onClose: () => void }) {
  const vote = view.voting?.votes.find(one => one.voteId === ask.voteId);
  const expected = {
    open: "PREPARED",
    withdraw: "PREPARED",
    drop: "PREPARED",
    hold: "OPEN",
    close: "OPEN",
    declare: "CLOSED",
  } as const;
  if (!vote || vote.state !== expected[ask.kind]) return null;
  const shared = { view, vote, onClose };
  switch (ask.kind) {
    case "open":
      return <OpenVote {...shared} />;
    case "withdraw":
      return <WithdrawVote {...shared} />;
    case "hold":
      return <HoldVote {...shared} />;
    case "close":
      return (
        <Voters vote={vote}>
          <CloseVote {...shared} />
        </Voters>
      );
    case "declare":
      return <DeclareVote {...shared} />;
    case "drop":
      return <DropVote {...shared} />;
  }
}

type Asked = {
  view: ConductView;
  vote: NonNullable<ConductView["openVote"]>;
  onClose: () => void;
};

function OpenVote({ view, vote, onClose }: Asked) {
  const t = useText(secretary).vote;
  const [units, setUnits] = useState(false);
  const lack = lackForVote(units ? vote : { ...vote, askable: false }, view);
  return (
    <ConfirmCommand
      name="voting.open"
      data={{ voteId: vote.voteId, ...(units && { byUnits: true }) }}
      title={t.openTitle}
      tone="primary"
      action={t.open}
      disabled={lack !== undefined}
      className={styles.body}
      onClose={onClose}
    >
      <p className={styles.title}>{vote.title}</p>
      <WhoIsAsked vote={vote} units={units} onChange={setUnits} />
      {units ? (
        <UnitsAsked vote={vote} />
      ) : (
        <>
          <p>{t.openText(view.call?.present ?? 0)}</p>
          <VoteRule vote={vote} />
        </>
      )}
      {!lack && !units && <ReadyList />}
      {lack && (
        <p className={styles.lack}>
          {lack === "quorum" ? t.why.quorum(view.call?.present ?? 0, view.call?.quorumNeeded ?? 0) : t.why[lack]}
        </p>
      )}
    </ConfirmCommand>
  );
}

function WithdrawVote({ vote, onClose }: Asked) {
  const t = useText(ballotDesk).withdraw;
  return (
    <ReasonCommand
      name="voting.withdraw"
      data={reason => ({ voteId: vote.voteId, reason })}
      title={t.title}
      label={t.reason}
      short={t.short}
      action={t.action}
      onClose={onClose}
    >
      <p className={styles.title}>{vote.title}</p>
      <p>{t.text}</p>
    </ReasonCommand>
  );
}

/** What a step on a vote of a batch is about: all of the batch. */
function together(view: ConductView, vote: Asked["vote"]): readonly Asked["vote"][] {
  const same = (one: Asked["vote"]) => one.batchId === vote.batchId && one.state === vote.state;
  return vote.batchId === undefined ? [vote] : (view.voting?.votes.filter(same) ?? [vote]);
}

function HoldVote({ view, vote, onClose }: Asked) {
  const t = useText(secretary).vote;
  const desk = useText(ballotDesk).batch;
  const votes = together(view, vote);
  return (
    <ReasonCommand
      name="voting.hold"
      data={reason => ({ voteId: vote.voteId, reason })}
      title={t.holdTitle}
      label={t.holdReason}
      short={t.holdShort}
      action={t.hold}
      tone="primary"
      onClose={onClose}
    >
      <p className={styles.title}>{votes.length > 1 ? desk.name(votes.length) : vote.title}</p>
      <p>{t.holdText}</p>
    </ReasonCommand>
  );
}

function CloseVote({ view, vote, onClose }: Asked) {
  const t = useText(secretary).vote;
  const desk = useText(ballotDesk).batch;
  const votes = together(view, vote);
  const eligible = vote.eligible ?? 0;
  const entries = useText(ballotDesk).waiting;
  const cast = Math.min(...votes.map(one => one.voters?.length ?? 0));
  const waiting = votes.reduce((sum, one) => sum + (one.entries?.length ?? 0), 0);
  return (
    <ConfirmCommand
      name="voting.close"
      data={{ voteId: vote.voteId }}
      title={t.closeTitle}
      action={t.close}
      className={styles.body}
      onClose={onClose}
    >
      <p className={styles.title}>{votes.length > 1 ? desk.name(votes.length) : vote.title}</p>
      <p>{t.closeText(cast, eligible)}</p>
      {votes.length > 1 && <p>{desk.closeText}</p>}
      {cast < eligible && <p className={styles.lack}>{t.closeMissing(eligible - cast)}</p>}
      {waiting > 0 && <p className={styles.lack}>{entries.closing(waiting)}</p>}
    </ConfirmCommand>
  );
}

function DeclareVote({ view, vote, onClose }: Asked) {
  const t = useText(secretary).vote;
  const words = useText(common);
  const desk = useText(ballotDesk).batch;
  const votes = together(view, vote);
  const { result, rule, baseSize } = vote;
  return (
    <ConfirmCommand
      name="voting.declare"
      data={{ voteId: vote.voteId }}
      title={t.declareTitle}
      tone="primary"
      action={t.declare}
      className={styles.body}
      onClose={onClose}
    >
      <p className={styles.title}>{votes.length > 1 ? desk.name(votes.length) : vote.title}</p>
      {votes.length > 1 && <BatchBoard votes={votes} />}
      {votes.length === 1 && result && (
        <p>
          <b>{words.result[result.outcome]}</b>: {ruleInWords(result.forCount, baseSize ?? 0, rule, words, vote.needed)}
        </p>
      )}
      <p>{t.declareText}</p>
    </ConfirmCommand>
  );
}

function DropVote({ vote, onClose }: Asked) {
  const t = useText(secretary).vote;
  return (
    <ConfirmCommand
      name="voting.drop"
      data={{ voteId: vote.voteId }}
      title={t.drop}
      action={t.drop}
      className={styles.body}
      onClose={onClose}
    >
      <p>{t.dropText(vote.title)}</p>
    </ConfirmCommand>
  );
}
