import { useId, useState } from "react";
import type { Choice, VoteView } from "../../core/schemas.ts";
import { choicesOf, iconOf, labelOf } from "../../features/vote/index.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Dialog, Field, Icon, SelectField } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import type { Voter } from "./EntryDesk.tsx";
import styles from "./voting.module.css";

const shortest = 3;

/** A secretary writes down what a member without a device says; of a batch for each item. */
export function EnterDialog({
  votes,
  voters,
  onClose,
}: {
  votes: readonly VoteView[];
  voters: readonly Voter[];
  onClose: () => void;
}) {
  const t = useText(ballotDesk).enter;
  const words = useText(common);
  const { run, busy, online } = useActions();
  const [person, setPerson] = useState("");
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const voter = voters.find(one => one.personId === person);
  const given = reason.trim().normalize("NFC");
  const whole = votes.every(vote => choices[vote.voteId] !== undefined);
  const [first] = votes;
  const chosen = first && choices[first.voteId];
  const send = async () => {
    setTried(true);
    if (!voter || !whole || given.length < shortest) return;
    for (const vote of votes) {
      const choice = choices[vote.voteId];
      if (!choice) continue;
      const data = { voteId: vote.voteId, personId: voter.personId, choice, reason: given };
      if (!(await run("enter", "voting.enter", data, vote === votes.at(-1) ? t.entered : undefined))) return;
    }
    onClose();
  };
  const action =
    !voter || !whole || !first || !chosen
      ? t.pick
      : votes.length === 1
        ? t.send(voter.name, labelOf(first, chosen))
        : t.sendMany(voter.name, votes.length);
  return (
    <Dialog
      title={t.title}
      size={votes.length > 1 ? "wide" : "normal"}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button
            tone="primary"
            busy={busy("enter")}
            disabled={!online || !voter || !whole}
            onClick={() => void send()}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.intro}</p>
        <SelectField label={t.member} value={person} onChange={event => setPerson(event.target.value)}>
          <option value="">{t.chooseMember}</option>
          {voters.map(one => (
            <option key={one.personId} value={one.personId}>
              {one.name} ({one.seat})
            </option>
          ))}
        </SelectField>
        {votes.map(vote => (
          <ChoiceOf
            key={vote.voteId}
            vote={vote}
            label={votes.length > 1 ? vote.title : t.choice}
            choice={choices[vote.voteId]}
            onChoose={choice => setChoices({ ...choices, [vote.voteId]: choice })}
          />
        ))}
        <Field
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          maxLength={500}
          error={tried && given.length < shortest ? t.reasonShort : undefined}
          onChange={event => setReason(event.target.value)}
        />
      </div>
    </Dialog>
  );
}

function ChoiceOf({
  vote,
  label,
  choice,
  onChoose,
}: {
  vote: VoteView;
  label: string;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const name = useId();
  return (
    <fieldset className={styles.options}>
      <legend>{label}</legend>
      {choicesOf(vote).map(option => (
        <label key={option.choice} className={styles.option}>
          <input type="radio" name={name} checked={choice === option.choice} onChange={() => onChoose(option.choice)} />
          <Icon name={iconOf[option.choice]} size={20} /> {option.label}
        </label>
      ))}
    </fieldset>
  );
}
