import type { PollView } from "../../core/schemas.ts";
import { PollBoard } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { secret } from "../../i18n/secret.ts";
import { ConfirmCommand, ReasonCommand } from "../CommandDialogs.tsx";
import { usePart } from "../live.tsx";
import styles from "./polls.module.css";
import { TellersDialog } from "./TellersDialog.tsx";

export type PollAsk = "issue" | "tellers" | "declare" | "drop" | "void";

type Asked = { poll: PollView; onClose: () => void };

const expected: Record<PollAsk, readonly PollView["state"][]> = {
  issue: ["DRAFT"],
  tellers: ["DRAFT"],
  drop: ["DRAFT"],
  declare: ["COUNTED", "FINAL"],
  void: ["ISSUING", "CASTING", "COUNTING", "COUNTED"],
};

/** Restates what is about to happen. It goes away by itself when someone else has done it meanwhile. */
export function PollDialog({ ask, ...asked }: Asked & { ask: PollAsk }) {
  if (!expected[ask].includes(asked.poll.state)) return null;
  switch (ask) {
    case "issue":
      return <Issue {...asked} />;
    case "tellers":
      return <TellersDialog {...asked} />;
    case "declare":
      return <Declare {...asked} />;
    case "drop":
      return <Drop {...asked} />;
    case "void":
      return <Void {...asked} />;
  }
}

function Issue({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  const electronic = useText(secret).desk;
  const session = usePart("session");
  const attendance = usePart("attendance");
  const present = attendance?.sittings.find(one => one.sittingId === session?.openSittingId)?.present ?? 0;
  return (
    <ConfirmCommand
      name="ballot.issue"
      data={{ pollId: poll.pollId }}
      title={t.issue}
      tone="primary"
      action={t.issue}
      className={styles.form}
      onClose={onClose}
    >
      <p className={styles.title}>{poll.title}</p>
      <p>{(poll.form === "SECRET_ELECTRONIC" ? electronic : t).issueText(present)}</p>
    </ConfirmCommand>
  );
}

function Declare({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  return (
    <ConfirmCommand
      name="ballot.declare"
      data={{ pollId: poll.pollId }}
      title={t.declare}
      tone="primary"
      action={t.declare}
      className={styles.form}
      onClose={onClose}
    >
      <p className={styles.title}>{poll.title}</p>
      <PollBoard poll={poll} size="compact" />
      <p>{t.declareText}</p>
    </ConfirmCommand>
  );
}

function Drop({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  return (
    <ConfirmCommand name="ballot.drop" data={{ pollId: poll.pollId }} title={t.drop} action={t.drop} onClose={onClose}>
      <p>{t.dropText(poll.title)}</p>
    </ConfirmCommand>
  );
}

function Void({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  return (
    <ReasonCommand
      name="ballot.void"
      data={reason => ({ pollId: poll.pollId, reason })}
      title={t.void}
      label={t.voidReason}
      short={t.voidShort}
      action={t.void}
      onClose={onClose}
    >
      <p className={styles.title}>{poll.title}</p>
      <p>{t.voidText}</p>
    </ReasonCommand>
  );
}
