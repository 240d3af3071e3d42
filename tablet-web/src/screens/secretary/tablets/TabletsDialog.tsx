import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { dayAndTime, fold } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import { fingerprint } from "../../../core/voting-key.ts";
import { useApi } from "../../../hall/index.ts";
import { useDeed } from "../../../hall/useDeed.ts";
import { keys as texts } from "../../../i18n/keys.ts";
import { useText } from "../../../i18n/language.ts";
import { FilterBar } from "../../../ui/FilterBar.tsx";
import { Button, ConfirmDialog, Dialog, ErrorState, Row, Rows, Skeleton, StateChip } from "../../../ui/index.ts";
import { SearchBox } from "../../../ui/SearchBox.tsx";
import { Pairing } from "./Pairing.tsx";
import styles from "./Tablets.module.css";
import { type Pairable, type PairedKey, usePairedTablets } from "./usePairedTablets.ts";

type Which = "all" | "without" | "with";
const which: Readonly<Record<Which, (person: Pairable) => boolean>> = {
  all: () => true,
  without: person => person.keys.length === 0,
  with: person => person.keys.length > 0,
};

/** Which tablets sign for whom; pairs a tablet with the delegate who stands here, revokes one that is lost. */
export default function TabletsDialog({ session, onClose }: { session: string; onClose: () => void }) {
  const t = useText(texts).desk;
  const [pairing, setPairing] = useState<string>();
  const [doomed, setDoomed] = useState<{ person: Pairable; held: PairedKey }>();
  const found = usePairedTablets(session, pairing ? 1_500 : 15_000);
  const person = found.data?.people.find(one => one.personId === pairing);
  if (person) return <Pairing session={session} person={person} onClose={() => setPairing(undefined)} />;
  if (doomed) {
    const done = () => {
      setDoomed(undefined);
      void found.refetch();
    };
    return <RevokeDialog session={session} {...doomed} onClose={() => setDoomed(undefined)} onDone={done} />;
  }
  return (
    <Dialog title={t.title} size="wide" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        {found.isPending && <Skeleton lines={6} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && (
          <People
            people={found.data.people}
            onPair={one => setPairing(one.personId)}
            onRevoke={(one, key) => setDoomed({ person: one, held: key })}
          />
        )}
      </div>
    </Dialog>
  );
}

function People({
  people,
  onPair,
  onRevoke,
}: {
  people: readonly Pairable[];
  onPair: (person: Pairable) => void;
  onRevoke: (person: Pairable, key: PairedKey) => void;
}) {
  const t = useText(texts).desk;
  const [filter, setFilter] = useState<Which>("all");
  const [typed, setTyped] = useState("");
  const shown = people.filter(one => which[filter](one) && fold(one.name).includes(fold(typed)));
  return (
    <>
      <div className={styles.tools}>
        <SearchBox label={t.find} value={typed} onChange={setTyped} />
        <FilterBar
          label={t.title}
          value={filter}
          onChange={setFilter}
          options={(["all", "without", "with"] as const).map(id => ({
            id,
            label: t[id],
            count: people.filter(which[id]).length,
          }))}
        />
      </div>
      {shown.length === 0 && <p>{t.nobody}</p>}
      {shown.length > 0 && (
        <Rows>
          {shown.map(person => (
            <PersonRow
              key={person.personId}
              person={person}
              onPair={() => onPair(person)}
              onRevoke={key => onRevoke(person, key)}
            />
          ))}
        </Rows>
      )}
    </>
  );
}

function PersonRow({
  person,
  onPair,
  onRevoke,
}: {
  person: Pairable;
  onPair: () => void;
  onRevoke: (key: PairedKey) => void;
}) {
  const t = useText(texts).desk;
  const paired = person.keys.length > 0;
  return (
    <Row>
      <span>
        {person.name} <span className={styles.meta}>{[person.group, person.seat].filter(Boolean).join(" · ")}</span>
      </span>
      <span className={styles.state}>
        <StateChip tone={paired ? "good" : "neutral"} icon={paired ? "check" : "ring"}>
          {paired ? t.paired : t.none}
        </StateChip>
        <Button aria-label={t.pairOf(person.name)} onClick={onPair}>
          {t.pair}
        </Button>
      </span>
      {paired && (
        <ul className={styles.keys}>
          {person.keys.map(key => (
            <li key={key.keyId} className={styles.key}>
              <span className={styles.meta}>
                {key.device} ·{" "}
                <span className="num">
                  {t.print(fingerprint(key.keyId))} · {t.since(dayAndTime(key.pairedAt))}
                </span>
              </span>
              <Button
                tone="plain"
                icon="cross"
                aria-label={t.revokeOf(key.device, person.name)}
                onClick={() => onRevoke(key)}
              >
                {t.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Row>
  );
}

function RevokeDialog({
  session,
  person,
  held,
  onClose,
  onDone,
}: {
  session: string;
  person: Pairable;
  held: PairedKey;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText(texts).desk;
  const api = useApi();
  const path = { sessionId: session, personId: person.personId, keyId: held.keyId };
  const end = useDeed(
    () => unwrap(api.DELETE("/api/sessions/{sessionId}/voting-keys/{personId}/{keyId}", { params: { path } })),
    t.revoked,
    onDone,
  );
  return (
    <ConfirmDialog
      title={t.revokeTitle(held.device, person.name)}
      action={t.revoke}
      tone="danger"
      busy={end.busy}
      onConfirm={end.run}
      onClose={onClose}
    >
      <p>{t.revokeText}</p>
    </ConfirmDialog>
  );
}
