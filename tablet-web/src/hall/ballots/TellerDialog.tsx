import { useState } from "react";
import type { OwnCount } from "../../core/schemas.ts";
import { PollBoard } from "../../features/ballots/index.ts";
import { ballots } from "../../i18n/ballots.ts";
import { useText } from "../../i18n/language.ts";
import { Button, ConfirmDialog, Dialog, Field, Icon } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import { CountForm } from "./CountForm.tsx";
import styles from "./polls.module.css";

/** A teller's steps, one after the other: sheets handed out, box closed, count keyed, result seen. */
export function TellerDialog({ own, onClose }: { own: OwnCount; onClose: () => void }) {
  const { poll } = own;
  return (
    <Dialog title={<span lang="vi">{poll.title}</span>} size="wide" onClose={onClose}>
      {poll.state === "ISSUING" && <Issued own={own} />}
      {poll.state === "CASTING" && <Box own={own} />}
      {poll.state === "COUNTING" && <CountForm key={poll.round} own={own} />}
      {(poll.state === "COUNTED" || poll.state === "DECLARED") && <Agreed own={own} />}
    </Dialog>
  );
}

function Issued({ own: { poll } }: { own: OwnCount }) {
  const t = useText(ballots).teller;
  const count = useCommand("ballot.count-issued");
  const eligible = poll.eligible ?? 0;
  const [issued, setIssued] = useState(String(eligible));
  const [spoiled, setSpoiled] = useState("0");
  const [sure, setSure] = useState(false);
  const good = [issued, spoiled].every(one => /^\d{1,4}$/.test(one.trim()));
  const many = good && Number(issued) > eligible;
  return (
    <div className={styles.form}>
      <div className={`${styles.pair} ${styles.numbers}`}>
        <Field
          label={t.issued}
          hint={t.issuedHint(eligible)}
          error={many ? t.tooMany(eligible) : undefined}
          inputMode="numeric"
          value={issued}
          onChange={event => setIssued(event.target.value)}
        />
        <Field
          label={t.spoiled}
          hint={t.spoiledHint}
          inputMode="numeric"
          value={spoiled}
          onChange={event => setSpoiled(event.target.value)}
        />
      </div>
      <Button tone="primary" size="large" block disabled={!good || many} onClick={() => setSure(true)}>
        {t.sendIssued}
      </Button>
      {sure && (
        <ConfirmDialog
          title={t.sendIssued}
          tone="primary"
          action={t.sendIssued}
          busy={count.busy}
          onClose={() => setSure(false)}
          onConfirm={() =>
            void count
              .send({ pollId: poll.pollId, issued: Number(issued), spoiled: Number(spoiled) })
              .then(done => done && setSure(false))
          }
        >
          <p className="num">{t.sendIssuedText(Number(issued), Number(spoiled))}</p>
          <CommandNote command={count} quiet />
        </ConfirmDialog>
      )}
    </div>
  );
}

function Box({ own: { poll } }: { own: OwnCount }) {
  const t = useText(ballots).teller;
  const close = useCommand("ballot.close-box");
  const [sure, setSure] = useState(false);
  return (
    <div className={styles.form}>
      <p>{t.casting}</p>
      <Button tone="primary" size="large" block onClick={() => setSure(true)}>
        {t.close}
      </Button>
      {sure && (
        <ConfirmDialog
          title={t.close}
          tone="primary"
          action={t.close}
          busy={close.busy}
          onClose={() => setSure(false)}
          onConfirm={() => void close.send({ pollId: poll.pollId }).then(done => done && setSure(false))}
        >
          <p>{t.closeText}</p>
          <CommandNote command={close} quiet />
        </ConfirmDialog>
      )}
    </div>
  );
}

function Agreed({ own: { poll } }: { own: OwnCount }) {
  const t = useText(ballots).teller;
  return (
    <div className={styles.form} role="status">
      <p className={styles.good}>
        <Icon name="check" /> {t.agreed}
      </p>
      <PollBoard poll={poll} />
    </div>
  );
}
