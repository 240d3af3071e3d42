import { useState } from "react";
import { exactTime } from "../../core/format.ts";
import type { VoteView } from "../../core/schemas.ts";
import { iconOf, labelOf } from "../../features/vote/index.ts";
import { ballotDesk } from "../../i18n/ballot-desk.ts";
import { useText } from "../../i18n/language.ts";
import { Button, Icon } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import { useMe } from "../live.tsx";
import { EnterDialog } from "./EnterDialog.tsx";
import { type EntryGroup, groupsOf, sameChoice } from "./entries.ts";
import styles from "./voting.module.css";

/** Someone who may vote and has no ballot. */
export interface Voter {
  personId: string;
  name: string;
  seat: string;
}

/**
 * Ballots by hand for what is open: what waits for a second person, with the choice that is countersigned, and, for a secretary,
 * the way to enter one.
 */
export function EntryDesk({
  votes,
  missing,
  mayEnter,
}: {
  votes: readonly VoteView[];
  missing: readonly Voter[];
  mayEnter: boolean;
}) {
  const t = useText(ballotDesk);
  const { online } = useActions();
  const [entering, setEntering] = useState(false);
  const groups = groupsOf(votes);
  const waiting = new Set(groups.map(group => group.personId));
  const open = missing.filter(one => !waiting.has(one.personId));
  const held = votes.some(vote => vote.heldAt !== undefined);
  return (
    <div className={styles.entries}>
      {groups.length > 0 && (
        <section className={styles.waiting} aria-label={t.waiting.title(groups.length)}>
          <h4 className={styles.head} aria-live="polite">
            {t.waiting.title(groups.length)}
          </h4>
          <ul className={styles.list}>
            {groups.map(group => (
              <WaitingEntry key={`${group.personId} ${group.clerk}`} group={group} held={held} />
            ))}
          </ul>
        </section>
      )}
      {mayEnter && open.length > 0 && (
        <Button icon="edit" disabled={!online || held} onClick={() => setEntering(true)}>
          {t.enter.open}
        </Button>
      )}
      {entering && <EnterDialog votes={votes} voters={open} onClose={() => setEntering(false)} />}
    </div>
  );
}

function WaitingEntry({ group, held }: { group: EntryGroup; held: boolean }) {
  const t = useText(ballotDesk).waiting;
  const me = useMe();
  const { run, busy, online } = useActions();
  const own = group.clerk === me?.personId;
  const same = sameChoice(group);
  const [first] = group.entries;
  const key = `${group.personId} ${group.clerk}`;
  const words = first && same ? labelOf(first.vote, same) : "";
  const countersign = async () => {
    for (const { vote, choice } of group.entries) {
      const data = { voteId: vote.voteId, personId: group.personId, choice };
      if (!(await run(key, "voting.countersign", data))) return;
    }
  };
  const takeBack = async () => {
    for (const { vote } of group.entries) {
      if (!(await run(key, "voting.withdraw-entry", { voteId: vote.voteId, personId: group.personId }))) return;
    }
  };
  return (
    <li className={styles.entry}>
      <p className={styles.who}>
        <b>{group.name}</b>
        {same && (
          <span className={styles.choice}>
            <Icon name={iconOf[same]} size={20} /> {words}
          </span>
        )}
      </p>
      {!same && (
        <ul className={styles.each}>
          {group.entries.map(({ vote, choice }) => (
            <li key={vote.voteId}>
              <Icon name={iconOf[choice]} size={18} /> {labelOf(vote, choice)}: {vote.title}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        {t.by(group.clerkName, exactTime(group.at))}. {t.reason(group.reason)}
      </p>
      <div className={styles.actions}>
        {own ? (
          <span className={styles.quiet}>{t.own}</span>
        ) : (
          <Button
            tone="primary"
            icon="check"
            busy={busy(key)}
            disabled={!online || held}
            onClick={() => void countersign()}
          >
            {same && group.entries.length === 1 ? t.countersign(words) : t.countersignMany(group.entries.length)}
          </Button>
        )}
        <Button tone="plain" disabled={!online || busy(key)} onClick={() => void takeBack()}>
          {t.takeBack}
        </Button>
      </div>
    </li>
  );
}
