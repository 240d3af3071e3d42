import { useState } from "react";
import type { PollView } from "../../../core/schemas.ts";
import { PollBoard } from "../../../features/ballots/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, ConfirmDialog, Dialog, Icon } from "../../../ui/index.ts";
import { CommandNote } from "../../command.tsx";
import { useMe } from "../../live.tsx";
import pollStyles from "../polls.module.css";
import { Facts, People, Steps, Trouble } from "./BoxState.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { Preparing } from "./Preparing.tsx";
import styles from "./secret.module.css";
import { approversOf, nextStep, type Step } from "./steps.ts";
import { useApproval } from "./useApproval.ts";

/** A teller's screen: how far the poll is, who took a ballot, and the one step that two of them approve next. */
export function CommitteeDialog({ poll, onClose }: { poll: PollView; onClose: () => void }) {
  const t = useText(secret).committee;
  const next = nextStep(poll);
  const gives = poll.state !== "VOIDED" && next !== undefined;
  return (
    <Dialog title={<span lang="vi">{poll.title}</span>} size="wide" onClose={onClose}>
      <div className={styles.committee}>
        <Steps poll={poll} />
        {!poll.result && <Facts poll={poll} />}
        <Trouble poll={poll} />
        {poll.electronic?.phase === "PREPARING" && <Preparing words={t.preparing} />}
        {next ? <Approve key={next} poll={poll} to={next} /> : <p role="status">{idle(poll, t)}</p>}
        {poll.state === "ISSUING" && <Fingerprint digits={poll.electronic?.fingerprint} />}
        <People poll={poll} />
        {poll.state !== "VOIDED" && <PollBoard poll={poll} />}
        {gives && <GiveUp poll={poll} />}
      </div>
    </Dialog>
  );
}

function idle(poll: PollView, t: { done: string; declare: string }): string | undefined {
  if (poll.electronic?.phase === "PREPARING") return undefined;
  return poll.state === "FINAL" ? t.declare : t.done;
}

/** What the step does, who has approved it, and the button for the own word. */
function Approve({ poll, to }: { poll: PollView; to: Step }) {
  const t = useText(secret).committee;
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const approvers = approversOf(poll, to);
  const own = approvers.some(one => one.personId === me?.personId);
  const without = poll.electronic?.without?.length ?? 0;
  const names = approvers.map(one => one.name).join(", ");
  return (
    <section className={styles.approve} aria-label={t.approve[to]}>
      {to === "VOID" && <p>{t.voidBox}</p>}
      <p>{t.what[to](poll.electronic?.taken ?? 0)}</p>
      {to === "CAST" && without > 0 && (
        <p className={pollStyles.warn}>
          <Icon name="warning" size={22} /> {t.notAll(without)}
        </p>
      )}
      <p className={styles.quiet} role="status">
        {approvers.length > 1 ? t.following : own ? t.youApproved : names ? t.approvedBy(names) : t.twoPersons}
      </p>
      {!own && approvers.length < 2 && (
        <Button tone="primary" size="large" icon="check" block onClick={() => setAsked(true)}>
          {t.approve[to]}
        </Button>
      )}
      {asked && !own && <Ask poll={poll} to={to} onClose={() => setAsked(false)} />}
    </section>
  );
}

/** Restates the step before this device signs it. */
function Ask({ poll, to, onClose }: { poll: PollView; to: Step; onClose: () => void }) {
  const t = useText(secret).committee;
  const { command, approve } = useApproval(poll);
  const [unpaired, setUnpaired] = useState(false);
  const send = async () => {
    const said = await approve(to);
    setUnpaired(said === "unpaired");
    if (said === "done") onClose();
  };
  return (
    <ConfirmDialog
      title={t.approve[to]}
      tone={to === "VOID" ? "danger" : "primary"}
      action={t.approve[to]}
      busy={command.busy}
      onClose={onClose}
      onConfirm={() => void send()}
    >
      <div className={styles.committee}>
        <p className={styles.what}>{poll.title}</p>
        <p>{t.what[to](poll.electronic?.taken ?? 0)}</p>
        <p className={styles.quiet}>{t.twoPersons}</p>
        {unpaired && (
          <p className={pollStyles.warn} role="alert">
            {t.unpaired}
          </p>
        )}
        <CommandNote command={command} quiet />
      </div>
    </ConfirmDialog>
  );
}

/** The way out at any time: two tellers agree that the electronic poll is void. */
function GiveUp({ poll }: { poll: PollView }) {
  const t = useText(secret).committee;
  const me = useMe();
  const [asked, setAsked] = useState(false);
  const approvers = approversOf(poll, "VOID");
  const own = approvers.some(one => one.personId === me?.personId);
  return (
    <div className={styles.giveUp}>
      {approvers.length > 0 && (
        <p role="status">{own ? t.youApproved : t.approvedBy(approvers.map(one => one.name).join(", "))}</p>
      )}
      {!own && (
        <Button tone="danger" icon="close" onClick={() => setAsked(true)}>
          {t.giveUp}
        </Button>
      )}
      {asked && !own && <Ask poll={poll} to="VOID" onClose={() => setAsked(false)} />}
    </div>
  );
}
