import { useMemo, useState } from "react";
import type { RoomPerson, RoomView, SessionView } from "../../../core/schemas.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import type { Scene } from "../../../hall/stage/arrange.ts";
import type { Box } from "../../../hall/stage/layout.ts";
import { Pager } from "../../../hall/stage/Pager.tsx";
import { slotsFor } from "../../../hall/stage/slots.ts";
import { Tile } from "../../../hall/stage/Tile.tsx";
import { director } from "../../../i18n/director.ts";
import { useText } from "../../../i18n/language.ts";
import { classes, IconButton } from "../../../ui/index.ts";
import styles from "./Director.module.css";

const tile: Box = { width: 176, height: 99 };

export interface PointPage {
  all: number;
  shown: readonly RoomPerson[];
  tile: Box;
  at: number;
  pages: number;
  go: (page: number) => void;
}

/** Meeting rooms first, in the order of joining; as many on a page as the desk gets pictures for. */
export function usePointPage(room: RoomView, area: Box): PointPage {
  const [wished, go] = useState(0);
  const perPage = Math.max(1, slotsFor(innerWidth, innerHeight) - (area.width >= 1_600 ? 2 : 1));
  return useMemo(() => {
    const rank = ({ as }: RoomPerson) => (as === "KIOSK" ? 0 : 1);
    const all = room.participants.toSorted((a, b) => rank(a) - rank(b));
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const at = Math.min(wished, pages - 1);
    return { all: all.length, shown: all.slice(at * perPage, (at + 1) * perPage), tile, at, pages, go };
  }, [room, wished, perPage]);
}

/** Everybody's picture, to be selected for a layout, called, or muted. */
export function Points({
  session,
  scene,
  presides,
  page,
  selected,
  onSelect,
}: {
  session: SessionView;
  scene: Scene;
  presides: boolean;
  page: PointPage;
  selected: readonly string[];
  onSelect: (id: string) => void;
}) {
  const t = useText(director);
  return (
    <section className={styles.points} aria-label={t.points(page.all)}>
      <h2 className={styles.heading}>{t.points(page.all)}</h2>
      {page.all === 0 && <p className={styles.hint}>{t.nobody}</p>}
      <ul className={styles.wall}>
        {page.shown.map(person => (
          <li key={person.personId} className={styles.point}>
            <div className={classes(styles.pick, selected.includes(person.personId) && styles.picked)}>
              <Tile
                picture={{ personId: person.personId, kind: "CAMERA" }}
                scene={scene}
                size={page.tile}
                large={false}
                hidden={false}
                focused={false}
                onFocus={undefined}
              />
              <button
                type="button"
                className={styles.cover}
                aria-pressed={selected.includes(person.personId)}
                aria-label={t.select(person.name)}
                onClick={() => onSelect(person.personId)}
              />
              {selected.includes(person.personId) && (
                <b className={`num ${styles.order}`} aria-hidden="true">
                  {selected.indexOf(person.personId) + 1}
                </b>
              )}
            </div>
            <PointDeeds session={session} scene={scene} presides={presides} person={person} />
          </li>
        ))}
      </ul>
      {page.pages > 1 && <Pager label={t.points(page.all)} at={page.at} pages={page.pages} onPage={page.go} />}
    </section>
  );
}

function PointDeeds({
  session,
  scene,
  presides,
  person,
}: {
  session: SessionView;
  scene: Scene;
  presides: boolean;
  person: RoomPerson;
}) {
  const t = useText(director);
  const { run, busy, online } = useActions();
  const stage = usePart("stage");
  const { personId, name } = person;
  const speaking = scene.floor === personId;
  const called = stage?.called.includes(personId) ?? false;
  const muted = person.mutes.some(one => one.source === "MICROPHONE");
  const seconds = session.rules.speechSeconds;
  const off = !online || busy(personId);
  return (
    <div className={styles.deeds}>
      {presides && speaking && (
        <IconButton
          icon="stop"
          label={t.end(name)}
          disabled={off}
          onClick={() => void run(personId, "floor.end-speech", {})}
        />
      )}
      {presides && !speaking && (
        <IconButton
          icon="mic"
          label={t.call(name)}
          disabled={off || session.openSittingId === undefined}
          onClick={() => void run(personId, "floor.grant", { personId, seconds })}
        />
      )}
      {scene.room.microphones === "CALLED" && !speaking && (
        <IconButton
          icon={called ? "minus" : "plus"}
          label={called ? t.dismiss(name) : t.callToo(name)}
          disabled={off}
          onClick={() => void run(personId, called ? "stage.dismiss" : "stage.call", { personId })}
        />
      )}
      {!person.moderator && (
        <IconButton
          icon={muted ? "unlock" : "micOff"}
          label={muted ? t.unmute(name) : t.mute(name)}
          disabled={off}
          onClick={() =>
            void (muted
              ? run(personId, "room.unmute", { personId, source: "MICROPHONE" })
              : run(personId, "room.mute", { personId, source: "MICROPHONE", hold: false }))
          }
        />
      )}
    </div>
  );
}
