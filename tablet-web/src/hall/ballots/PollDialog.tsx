import type { PollView } from "../../core/schemas.ts";
import { PollBoard } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { ConfirmDialog } from "../../ui/index.ts";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";
import { CommandNote, useCommand } from "../command.tsx";
import { usePart } from "../live.tsx";
import styles from "./polls.module.css";
import { TellersDialog } from "./TellersDialog.tsx";

export type PollAsk = "issue" | "tellers" | "declare" | "drop" | "void";

type Asked = { poll: PollView; onClose: () => void };

const expected: Record<PollAsk, readonly PollView["state"][]> = {
  issue: ["DRAFT"],
  tellers: ["DRAFT"],
  drop: ["DRAFT"],
  declare: ["COUNTED"],
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
  const session = usePart("session");
  const attendance = usePart("attendance");
  const issue = useCommand("ballot.issue");
  const present = attendance?.sittings.find(one => one.sittingId === session?.openSittingId)?.present ?? 0;
  return (
    <ConfirmDialog
      title={t.issue}
      tone="primary"
      action={t.issue}
      busy={issue.busy}
      onClose={onClose}
      onConfirm={() => void issue.send({ pollId: poll.pollId }).then(done => done && onClose())}
    >
      <div className={styles.form}>
        <p className={styles.title}>{poll.title}</p>
        <p>{t.issueText(present)}</p>
        <CommandNote command={issue} quiet />
      </div>
    </ConfirmDialog>
  );
}

function Declare({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  const declare = useCommand("ballot.declare");
  return (
    <ConfirmDialog
      title={t.declare}
      tone="primary"
      action={t.declare}
      busy={declare.busy}
      onClose={onClose}
      onConfirm={() => void declare.send({ pollId: poll.pollId }).then(done => done && onClose())}
    >
      <div className={styles.form}>
        <p className={styles.title}>{poll.title}</p>
        <PollBoard poll={poll} size="compact" />
        <p>{t.declareText}</p>
        <CommandNote command={declare} quiet />
      </div>
    </ConfirmDialog>
  );
}

function Drop({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  const drop = useCommand("ballot.drop");
  return (
    <ConfirmDialog
      title={t.drop}
      action={t.drop}
      busy={drop.busy}
      onClose={onClose}
      onConfirm={() => void drop.send({ pollId: poll.pollId }).then(done => done && onClose())}
    >
      <p>{t.dropText(poll.title)}</p>
      <CommandNote command={drop} quiet />
    </ConfirmDialog>
  );
}

function Void({ poll, onClose }: Asked) {
  const t = useText(ballots).desk;
  const command = useCommand("ballot.void");
  const send = async (reason: string) => {
    if (await command.send({ pollId: poll.pollId, reason })) onClose();
  };
  return (
    <ReasonDialog
      title={t.void}
      label={t.voidReason}
      short={t.voidShort}
      action={t.void}
      busy={command.busy}
      onClose={onClose}
      onReason={reason => void send(reason)}
    >
      <p className={styles.title}>{poll.title}</p>
      <p>{t.voidText}</p>
      <CommandNote command={command} quiet />
    </ReasonDialog>
  );
}
