import { type FormEvent, type RefObject, useState } from "react";
import { clockTime } from "../../../core/format.ts";
import type { Speaker } from "../../../core/schemas.ts";
import { useActions, usePart, useSessionClock } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, classes, Icon, IconButton, Menu, RunningClock } from "../../../ui/index.ts";
import { mentions } from "../prepare/replies.ts";
import styles from "./FloorPanel.module.css";
import { presenceOf, secondsOf } from "./logic.ts";
import type { ConductView } from "./useConduct.ts";
import { useListDrag } from "./useListDrag.ts";

/** Who speaks, who waits, and the way onto the list for those who can't press themselves. */
export function FloorPanel({ view, addInput }: { view: ConductView; addInput: RefObject<HTMLInputElement | null> }) {
  const t = useText(secretary).floor;
  const floor = usePart("floor");
  const queue = floor?.queue ?? [];
  const [minutes, setMinutes] = useState(() => String(view.session.rules.speechSeconds / 60).replace(".", ","));
  const seconds = secondsOf(minutes);
  return (
    <section className={styles.panel} aria-labelledby="floor-title">
      <h3 id="floor-title" className={styles.heading}>
        {t.title}
      </h3>
      <Speech speech={floor?.speech} />
      <div className={styles.queueHead}>
        <b>{t.queue(queue.length)}</b>
        <label className={styles.minutes}>
          <span>{t.minutes}</span>
          <input
            className={classes("num", styles.minutesInput)}
            inputMode="decimal"
            value={minutes}
            aria-invalid={seconds === undefined}
            onChange={event => setMinutes(event.target.value)}
          />
          <span>{t.minutesUnit}</span>
        </label>
      </div>
      <Queue queue={queue} seconds={seconds} running={view.running} />
      {view.running && <AddSpeaker view={view} input={addInput} queue={queue} />}
    </section>
  );
}

function Speech({ speech }: { speech: Speaker | undefined }) {
  const t = useText(secretary).floor;
  const now = useSessionClock();
  const { run, busy, online } = useActions();
  if (!speech) {
    return (
      <p className={styles.silent}>
        <Icon name="mic" size={20} /> {t.nobody}
      </p>
    );
  }
  return (
    <div className={styles.speech}>
      <div className={styles.speaker}>
        <span>
          <span className={styles.kicker}>{t.speaking}</span>
          <b className={styles.name}>{speech.name}</b>
          <span className={styles.detail}>{[speech.title, speech.group].filter(Boolean).join(" · ")}</span>
        </span>
        <RunningClock now={now} since={speech.since} until={speech.until} label={t.clock} className={styles.clock} />
      </div>
      <div className={styles.speechActions}>
        <Button
          icon="plus"
          busy={busy("extend")}
          disabled={!online}
          onClick={() => void run("extend", "floor.extend", { seconds: 60 })}
        >
          {t.oneMore}
        </Button>
        <Button
          icon="stop"
          aria-label={t.end}
          busy={busy("end")}
          disabled={!online}
          onClick={() => void run("end", "floor.end-speech", {})}
        >
          {t.endShort}
        </Button>
      </div>
    </div>
  );
}

function Queue({
  queue,
  seconds,
  running,
}: {
  queue: readonly Speaker[];
  seconds: number | undefined;
  running: boolean;
}) {
  const t = useText(secretary).floor;
  const { run, busy, online } = useActions();
  const [said, setSaid] = useState("");
  const move = async (personId: string, index: number) => {
    const speaker = queue.find(one => one.personId === personId);
    if (!speaker || index < 0 || index >= queue.length) return;
    if (await run("move", "floor.move", { personId, index })) setSaid(t.moved(speaker.name, index + 1));
  };
  const drag = useListDrag(
    queue.map(speaker => speaker.personId),
    (personId, index) => void move(personId, index),
  );
  if (queue.length === 0) {
    return (
      <div className={styles.empty}>
        <b>{t.emptyTitle}</b>
        <p>{running ? t.emptyText : t.needSitting}</p>
      </div>
    );
  }
  return (
    <>
      <ol className={styles.queue} data-list="queue">
        {queue.map((speaker, at) => (
          <li
            key={speaker.personId}
            data-row={speaker.personId}
            className={classes(
              styles.row,
              drag.id === speaker.personId && styles.dragged,
              drag.over === at && (at > queue.findIndex(one => one.personId === drag.id) ? styles.below : styles.above),
            )}
          >
            <span className={styles.handle} aria-hidden="true" {...drag.handle(speaker.personId)}>
              <span className="num">{at + 1}</span>
            </span>
            <span className={styles.waiting}>
              <b>{speaker.name}</b>
              <span className={styles.detail}>
                {speaker.group} · <span className="num">{t.waiting(clockTime(speaker.since))}</span>
              </span>
            </span>
            <Button
              tone={at === 0 ? "primary" : "quiet"}
              className={styles.grant}
              aria-label={t.grantTo(speaker.name)}
              busy={busy(`grant ${speaker.personId}`)}
              disabled={!online || seconds === undefined}
              onClick={() =>
                seconds !== undefined &&
                void run(`grant ${speaker.personId}`, "floor.grant", { personId: speaker.personId, seconds })
              }
            >
              {t.grant}
            </Button>
            <Menu
              label={t.more(speaker.name)}
              entries={[
                {
                  id: "first",
                  label: t.toFirst,
                  icon: "up",
                  disabled: at === 0,
                  onSelect: () => void move(speaker.personId, 0),
                },
                {
                  id: "up",
                  label: t.moveUp,
                  icon: "up",
                  disabled: at === 0,
                  onSelect: () => void move(speaker.personId, at - 1),
                },
                {
                  id: "down",
                  label: t.moveDown,
                  icon: "down",
                  disabled: at === queue.length - 1,
                  onSelect: () => void move(speaker.personId, at + 1),
                },
                {
                  id: "out",
                  label: t.takeOut,
                  icon: "trash",
                  danger: true,
                  onSelect: () => void run("out", "floor.unqueue", { personId: speaker.personId }),
                },
              ]}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

/** Finds a present delegate who neither speaks nor waits, and puts that one on the list. */
function AddSpeaker({
  view,
  input,
  queue,
}: {
  view: ConductView;
  input: RefObject<HTMLInputElement | null>;
  queue: readonly Speaker[];
}) {
  const t = useText(secretary).floor;
  const { run, busy, online } = useActions();
  const [typed, setTyped] = useState("");
  const sittingId = view.sitting?.sittingId ?? "";
  const taken = new Set([...queue.map(one => one.personId), view.floor?.speech?.personId]);
  const found =
    typed.trim() === ""
      ? []
      : view.rows
          .filter(row => presenceOf(row, sittingId)?.presence === "PRESENT" && !taken.has(row.personId))
          .filter(row => mentions(row, typed))
          .slice(0, 5);
  const add = async (personId: string) => {
    if (!(await run("add", "floor.queue", { personId }))) return;
    setTyped("");
    input.current?.focus();
  };
  const first = (event: FormEvent) => {
    event.preventDefault();
    if (found[0]) void add(found[0].personId);
  };
  return (
    <form className={styles.add} onSubmit={first}>
      <div className={styles.addRow}>
        <Icon name="plus" size={20} />
        <input
          ref={input}
          className={styles.addInput}
          type="text"
          autoComplete="off"
          value={typed}
          aria-label={t.add}
          placeholder={t.addHint}
          onChange={event => setTyped(event.target.value)}
          onKeyDown={event => {
            if (event.key === "Escape") setTyped("");
          }}
        />
        {typed !== "" && <IconButton icon="close" label={t.clear} onClick={() => setTyped("")} />}
      </div>
      {typed.trim() !== "" && (
        <ul className={styles.found}>
          {found.map(row => (
            <li key={row.personId}>
              <button
                type="button"
                className={styles.foundRow}
                disabled={!online || busy("add")}
                onClick={() => void add(row.personId)}
              >
                <b>{row.name}</b>
                <span className={styles.detail}>
                  {row.group} · {row.seat}
                </span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className={styles.none}>{t.addNone}</li>}
        </ul>
      )}
    </form>
  );
}
