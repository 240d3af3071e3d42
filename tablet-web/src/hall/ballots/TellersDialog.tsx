import { useState } from "react";
import type { PollView } from "../../core/schemas.ts";
import { ballots } from "../../i18n/ballots.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Check, Dialog, Field, SelectField } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../command.tsx";
import { usePart } from "../live.tsx";
import styles from "./polls.module.css";

/** Who counts: members who are not on the sheet, one of them the head; and the vote that elected them, if there was one. */
export function TellersDialog({ poll, onClose }: { poll: PollView; onClose: () => void }) {
  const t = useText(ballots).committee;
  const app = useText(common).app;
  const rows = usePart("attendance")?.rows ?? [];
  const votes = usePart("voting")?.votes.filter(one => one.state === "DECLARED" && one.result?.outcome === "PASSED");
  const least = Math.max(2, usePart("session")?.rules.ballots.tellersLeast ?? 3);
  const name = useCommand("ballot.name-tellers");
  const [chosen, setChosen] = useState<readonly string[]>(poll.tellers?.people.map(one => one.personId) ?? []);
  const [head, setHead] = useState(poll.tellers?.people.find(one => one.head)?.personId ?? "");
  const [voteId, setVoteId] = useState(poll.tellers?.voteId ?? "");
  const [find, setFind] = useState("");
  const onSheet = new Set(poll.lines.map(line => line.personId));
  const able = rows.filter(row => !onSheet.has(row.personId));
  const wanted = find.trim().toLocaleLowerCase("vi");
  const shown = able.filter(row => chosen.includes(row.personId) || row.name.toLocaleLowerCase("vi").includes(wanted));
  const lack = chosen.length < least ? t.few(least) : chosen.includes(head) ? undefined : t.choose;
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]);
  const send = () =>
    void name
      .send({ pollId: poll.pollId, tellers: [...chosen], head, ...(voteId && { voteId }) })
      .then(done => done && onClose());
  return (
    <Dialog
      title={t.title}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" busy={name.busy} disabled={lack !== undefined} onClick={send}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.text(least)}</p>
        <Field label={t.find} type="search" value={find} onChange={event => setFind(event.target.value)} />
        <fieldset className={styles.lines}>
          <legend className="num">{t.chosen(chosen.length)}</legend>
          <div className={styles.people}>
            {shown.map(row => (
              <Check
                key={row.personId}
                label={row.name}
                hint={[row.title, row.group].filter(Boolean).join(" · ")}
                checked={chosen.includes(row.personId)}
                onChange={() => toggle(row.personId)}
              />
            ))}
          </div>
        </fieldset>
        <div className={styles.pair}>
          <SelectField label={t.head} value={head} onChange={event => setHead(event.target.value)}>
            <option value="">{t.choose}</option>
            {rows
              .filter(row => chosen.includes(row.personId))
              .map(row => (
                <option key={row.personId} value={row.personId}>
                  {row.name}
                </option>
              ))}
          </SelectField>
          <SelectField label={t.vote} value={voteId} onChange={event => setVoteId(event.target.value)}>
            <option value="">{t.noVote}</option>
            {votes?.map(vote => (
              <option key={vote.voteId} value={vote.voteId}>
                {vote.title}
              </option>
            ))}
          </SelectField>
        </div>
        {lack && <p className={styles.quiet}>{lack}</p>}
        <CommandNote command={name} quiet />
      </div>
    </Dialog>
  );
}
