import { useEffect, useState } from "react";
import { fold } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import type { Mark, Member, Problem, Sharing } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { notes as texts } from "../../i18n/notes.ts";
import { Button, Check, Dialog, ErrorState, Field, Loading } from "../../ui/index.ts";
import styles from "./notes.module.css";
import type { OpenNotes } from "./open.ts";

type People = { kind: "asking" } | { kind: "here"; members: readonly Member[] } | { kind: "failed"; problem: Problem };

/** Who else may see some marks. Nothing changes before it is confirmed; nobody chosen means private again. */
export function ShareDialog({
  notes,
  marks,
  onShare,
  onClose,
}: {
  notes: OpenNotes;
  marks: readonly Mark[];
  onShare: (sharing: Sharing | undefined) => void;
  onClose: () => void;
}) {
  const t = useText(texts);
  const app = useText(common).app;
  const [people, ask] = useMembers(notes);
  const [group, setGroup] = useState(marks.some(mark => mark.sharing?.group));
  const [persons, setPersons] = useState<ReadonlySet<string>>(
    () => new Set(marks.flatMap(mark => mark.sharing?.persons ?? [])),
  );
  const before = marks.some(mark => mark.sharing);
  const chosen = group || persons.size > 0;
  const toggle = (person: string) => {
    const next = new Set(persons);
    if (!next.delete(person)) next.add(person);
    setPersons(next);
  };
  return (
    <Dialog
      title={t.shareTitle(marks.length)}
      onClose={onClose}
      actions={
        <>
          {before && <Button onClick={() => onShare(undefined)}>{t.unshare}</Button>}
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button
            tone="primary"
            disabled={!chosen && !before}
            onClick={() => onShare(chosen ? { group, persons: [...persons].slice(0, 100) } : undefined)}
          >
            {chosen || !before ? t.share : t.unshare}
          </Button>
        </>
      }
    >
      {people.kind === "asking" && <Loading />}
      {people.kind === "failed" && <ErrorState problem={people.problem} onRetry={ask} />}
      {people.kind === "here" && (
        <Choice
          members={people.members}
          self={notes.person}
          group={group}
          persons={persons}
          onGroup={setGroup}
          onPerson={toggle}
        />
      )}
    </Dialog>
  );
}

function useMembers(notes: OpenNotes): [People, () => void] {
  const [people, setPeople] = useState<People>({ kind: "asking" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let left = false;
    setPeople({ kind: "asking" });
    notes.members().then(
      members => !left && setPeople({ kind: "here", members }),
      error => !left && setPeople({ kind: "failed", problem: asProblem(error) }),
    );
    return () => {
      left = true;
    };
  }, [notes, attempt]);
  return [people, () => setAttempt(n => n + 1)];
}

function Choice({
  members,
  self,
  group,
  persons,
  onGroup,
  onPerson,
}: {
  members: readonly Member[];
  self: string;
  group: boolean;
  persons: ReadonlySet<string>;
  onGroup: (group: boolean) => void;
  onPerson: (person: string) => void;
}) {
  const t = useText(texts);
  const [query, setQuery] = useState("");
  const own = members.find(member => member.personId === self);
  const wanted = fold(query.trim());
  const found = members
    .filter(member => member.personId !== self && fold(`${member.name} ${member.group}`).includes(wanted))
    .toSorted((one, other) => Number(persons.has(other.personId)) - Number(persons.has(one.personId)));
  return (
    <div className={styles.sharing}>
      {own?.group && (
        <Check
          label={t.wholeGroup(own.group)}
          hint={t.groupHint(members.filter(member => member.group === own.group).length - 1)}
          checked={group}
          onChange={event => onGroup(event.target.checked)}
        />
      )}
      <Field
        label={t.findPerson}
        value={query}
        placeholder={t.findPersonHint}
        onChange={event => setQuery(event.target.value)}
      />
      <ul className={styles.people}>
        {found.map(member => (
          <li key={member.personId}>
            <Check
              label={member.name}
              hint={member.group}
              checked={persons.has(member.personId)}
              onChange={() => onPerson(member.personId)}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles.nobody}>{t.nobodyFound}</p>}
    </div>
  );
}
