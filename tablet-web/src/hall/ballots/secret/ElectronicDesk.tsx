import { useState } from "react";
import { newId } from "../../../core/ids.ts";
import type { PollView } from "../../../core/schemas.ts";
import { ballots } from "../../../i18n/ballots.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, Icon } from "../../../ui/index.ts";
import { useBooths } from "../../booths.tsx";
import { ReasonCommand } from "../../CommandDialogs.tsx";
import { CommandNote, useCommand } from "../../command.tsx";
import { useSaveFile } from "../../file.ts";
import { useMe, usePart } from "../../live.tsx";
import pollStyles from "../polls.module.css";
import { BoothLines } from "./BoothDialog.tsx";
import { Facts, People, Steps, Trouble } from "./BoxState.tsx";
import { Fingerprint } from "./Fingerprint.tsx";
import { Preparing } from "./Preparing.tsx";
import styles from "./secret.module.css";

/** An electronic poll on the desk of who runs it: how far, what it waits for, its board; a chair who is a delegate finds the own ballot. */
export function ElectronicDesk({ poll }: { poll: PollView }) {
  const t = useText(secret);
  const voided = useText(ballots).voided;
  const { electronic, state } = poll;
  if (!electronic) return <p className={styles.quiet}>{t.kind}</p>;
  const over = state === "VOIDED" || state === "DECLARED";
  return (
    <div className={styles.committee}>
      <p className={styles.quiet}>{t.kind}</p>
      {state === "VOIDED" && <p>{voided(poll.voidReason ?? "")}</p>}
      {!over && (
        <>
          <Steps poll={poll} />
          {electronic.phase === "PREPARING" ? (
            <Preparing words={t.desk.waitsFor.PREPARING} />
          ) : (
            <p role="status">
              <b>{t.desk.waitsFor[electronic.phase]}</b>
            </p>
          )}
          {!poll.result && <Facts poll={poll} />}
          {electronic.phase === "ISSUE" && <Fingerprint digits={electronic.fingerprint} />}
        </>
      )}
      <Trouble poll={poll} />
      {state === "VOIDED" && electronic.definition && !electronic.boxOver && (
        <p className={pollStyles.warn}>
          <Icon name="info" size={22} /> {t.desk.boxNotOver}
        </p>
      )}
      {!over && <People poll={poll} />}
      {!over && <Own poll={poll} />}
      {electronic.root && <Board poll={poll} root={electronic.root} />}
    </div>
  );
}

function Own({ poll }: { poll: PollView }) {
  const booths = useBooths();
  const takesPart = useMe()?.secret?.some(one => one.pollId === poll.pollId);
  if (!booths || !takesPart) return null;
  return <BoothLines booth={booths.all.get(poll.pollId)} onOpen={() => booths.show(poll.pollId)} />;
}

function Board({ poll, root }: { poll: PollView; root: string }) {
  const t = useText(secret).desk;
  const { busy, save } = useSaveFile();
  const session = usePart("session")?.sessionId;
  return (
    <div className={styles.board}>
      <p className={styles.quiet}>
        {t.root}: <span className={styles.root}>{root}</span>
      </p>
      <Button
        icon="download"
        busy={busy}
        onClick={() => void save(`/api/sessions/${session}/polls/${poll.pollId}/board-file`, t.boardName)}
      >
        {t.board}
      </Button>
    </div>
  );
}

/** Ends the electronic poll at once. What it was about can then be prepared on paper in one tap. */
export function ToPaper({ poll }: { poll: PollView }) {
  const t = useText(secret).desk;
  const words = useText(ballots).desk;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button tone="danger" icon="close" onClick={() => setAsked(true)}>
        {t.toPaper}
      </Button>
      {asked && (
        <ReasonCommand
          name="ballot.void"
          data={reason => ({ pollId: poll.pollId, reason })}
          title={t.toPaper}
          label={t.toPaperReason}
          short={words.voidShort}
          action={t.toPaper}
          onClose={() => setAsked(false)}
        >
          <p>{t.toPaperText}</p>
        </ReasonCommand>
      )}
    </>
  );
}

/** The same sheet with the same tellers on paper: one tap, two commands. Nothing when it is there already. */
export function PreparePaper({ poll }: { poll: PollView }) {
  const t = useText(secret).desk;
  const prepare = useCommand("ballot.prepare");
  const name = useCommand("ballot.name-tellers");
  const matters = usePart("session")?.rules.ballots.matters;
  const polls = usePart("ballots")?.polls ?? [];
  const [pollId] = useState(newId);
  const allowed = matters?.find(one => one.code === poll.matter)?.forms.includes("SECRET_PAPER");
  if (!allowed || polls.some(one => one.after === poll.pollId)) return null;
  const { itemId, matter, title, seats, lines, tellers } = poll;
  const send = async () => {
    const sheet = { pollId, itemId, matter, title, form: "SECRET_PAPER" as const, lines, after: poll.pollId };
    const done = await prepare.send({ ...sheet, ...(seats !== undefined && { seats }) });
    const head = tellers?.people.find(one => one.head)?.personId;
    if (!done || !tellers || !head) return;
    const { voteId } = tellers;
    const people = tellers.people.map(one => one.personId);
    await name.send({ pollId, tellers: people, head, ...(voteId && { voteId }) });
  };
  return (
    <>
      <Button tone="primary" icon="paper" busy={prepare.busy || name.busy} onClick={() => void send()}>
        {t.preparePaper}
      </Button>
      <CommandNote command={prepare} quiet />
      <CommandNote command={name} quiet />
    </>
  );
}
