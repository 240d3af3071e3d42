import { useState } from "react";
import { fold } from "../../../core/format.ts";
import type { RoomPerson, RoomView, SessionView, Speaker } from "../../../core/schemas.ts";
import { useActions, useMe, usePart } from "../../../hall/index.ts";
import { useCallValue } from "../../../hall/room/call.tsx";
import { WaitingList } from "../../../hall/room/WaitingList.tsx";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Button, Icon } from "../../../ui/index.ts";
import { MuteAll } from "./MuteAll.tsx";
import { PanelHead } from "./PanelHead.tsx";
import { PersonActions } from "./PersonActions.tsx";
import { PersonRow } from "./PersonRow.tsx";
import styles from "./panels.module.css";

/** Who is in the room, who waits, who wants to speak; for moderators with everything they may do; the floor is given by who presides. */
export function PeoplePanel({
  session,
  room,
  moderator,
  presides,
  onClose,
}: {
  session: SessionView;
  room: RoomView;
  moderator: boolean;
  presides: boolean;
  onClose: () => void;
}) {
  const t = useText(catalogue).people;
  const me = useMe()?.personId;
  const floor = usePart("floor");
  const people = useCallValue("people", call => call.people());
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string>();
  const sought = fold(search.trim());
  const found = room.participants.filter(one => matches(one, sought));
  const person = room.participants.find(one => one.personId === chosen);
  return (
    <>
      <PanelHead title={t.title} onClose={onClose} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={styles.people} aria-label={t.title} tabIndex={0}>
        {moderator && <WaitingList room={room} />}
        {floor && floor.queue.length > 0 && <Hands session={session} queue={floor.queue} me={me} presides={presides} />}
        <div className={styles.section}>
          <h3 className={styles.sectionTitle}>{t.inRoom(room.participants.length)}</h3>
          {room.participants.length > 6 && (
            <span className={styles.search}>
              <Icon name="search" size={20} />
              <input
                type="search"
                aria-label={t.search}
                placeholder={t.search}
                value={search}
                onChange={event => setSearch(event.target.value)}
              />
            </span>
          )}
          {found.length === 0 && <p className={styles.hint}>{t.nobodyFound}</p>}
          <ul>
            {found.map(one => (
              <PersonRow
                key={one.personId}
                person={one}
                state={people.get(one.personId)}
                own={one.personId === me}
                speaking={floor?.speech?.personId === one.personId}
                pinned={room.stage.pinned && room.stage.personId === one.personId}
                onActions={moderator && one.personId !== me ? () => setChosen(one.personId) : undefined}
              />
            ))}
          </ul>
        </div>
        {moderator && <MuteAll />}
      </section>
      {person && (
        <PersonActions
          session={session}
          room={room}
          person={person}
          presides={presides}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

function matches(person: RoomPerson, sought: string): boolean {
  return fold([person.name, person.title, person.group].join(" ")).includes(sought);
}

function Hands({
  session,
  queue,
  me,
  presides,
}: {
  session: SessionView;
  queue: readonly Speaker[];
  me: string | undefined;
  presides: boolean;
}) {
  const t = useText(catalogue);
  const { run, busy, online } = useActions();
  return (
    <div className={styles.section}>
      <h3 className={styles.sectionTitle}>{t.people.hands(queue.length)}</h3>
      <ol>
        {queue.map(({ personId, name, group }, at) => (
          <li key={personId} className={styles.hand}>
            <span className={`num ${styles.order}`}>{at + 1}</span>
            <span className={styles.who}>
              <b>{name}</b>
              <span className={styles.detail}>{personId === me ? t.you : group}</span>
            </span>
            {presides && (
              <Button
                icon="mic"
                aria-label={t.people.grant(name)}
                busy={busy(personId)}
                disabled={!online}
                onClick={() => void run(personId, "floor.grant", { personId, seconds: session.rules.speechSeconds })}
              >
                {t.people.grantShort}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
