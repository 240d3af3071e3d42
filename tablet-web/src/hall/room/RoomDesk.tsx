import { useState } from "react";
import { clockTime } from "../../core/format.ts";
import type { Microphones, RoomView, SessionView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { roomDesk } from "../../i18n/room-desk.ts";
import { roomDoor } from "../../i18n/room-door.ts";
import { Button, Check, ConfirmDialog, classes, Dialog, Icon, Segmented, StateChip } from "../../ui/index.ts";
import { useActions } from "../actions.ts";
import { usePart } from "../live.tsx";
import { BroadcastSwitch } from "./Broadcast.tsx";
import styles from "./RoomDesk.module.css";
import door from "./RoomDoor.module.css";
import { RoomDoor } from "./RoomDoor.tsx";
import { TapeDesk } from "./Taping.tsx";
import { WaitingList } from "./WaitingList.tsx";

/** The moderators' way to the room in a header: enter it while it is open, and its desk with who waits to come in. */
export function ModeratorDoor({ session, records = false }: { session: SessionView; records?: boolean }) {
  const t = useText(roomDesk);
  const words = useText(roomDoor);
  const room = usePart("room");
  const [shown, setShown] = useState(false);
  if (!room || session.state === "DRAFT" || (session.state === "ENDED" && room.state === "NONE")) return null;
  const waiting = room.waitingCount;
  const open = room.state === "OPEN";
  return (
    <>
      <RoomDoor session={session} />
      <button type="button" className={door.door} title={t.manage} onClick={() => setShown(true)}>
        <Icon name={open ? "settings" : "room"} />
        {open ? <span className="visually-hidden">{t.manage}</span> : <span className={door.words}>{words.short}</span>}
        {waiting > 0 && (
          <>
            <b className={classes("num", door.count, door.waiting)} aria-hidden="true">
              <Icon name="hand" size={15} /> {waiting}
            </b>
            <span className="visually-hidden"> ({t.waitingBadge(waiting)})</span>
          </>
        )}
      </button>
      {shown && (
        <Dialog title={t.title} onClose={() => setShown(false)}>
          <RoomDesk session={session} room={room} records={records} />
        </Dialog>
      )}
    </>
  );
}

/** Opening, closing and settings of the room, and who waits to come in. */
export function RoomDesk({
  session,
  room,
  records,
}: {
  session: SessionView;
  room: RoomView;
  /** May begin and end a recording. */
  records: boolean;
}) {
  const t = useText(roomDesk);
  return (
    <div className={styles.desk}>
      <div className={styles.head}>
        <StateChip tone={room.state === "OPEN" ? "live" : "neutral"}>{t.state[room.state]}</StateChip>
        {room.state === "OPEN" && room.locked && (
          <StateChip tone="warn" icon="lock">
            {t.locked}
          </StateChip>
        )}
        {room.state === "OPEN" && room.openedAt !== undefined && (
          <span className="num">{t.openedAt(clockTime(room.openedAt))}</span>
        )}
      </div>
      {room.state === "OPEN" ? <OpenRoom room={room} /> : <ClosedRoom session={session} room={room} />}
      {room.state !== "NONE" && (
        <TapeDesk session={session.sessionId} room={room} records={records && room.state === "OPEN"} />
      )}
      {room.state === "OPEN" && <KioskAddress session={session} />}
    </div>
  );
}

function ClosedRoom({ session, room }: { session: SessionView; room: RoomView }) {
  const t = useText(roomDesk);
  const { run, busy, online } = useActions();
  const [lobby, setLobby] = useState(room.lobby);
  const [microphones, setMicrophones] = useState<Microphones>(room.microphones);
  if (session.state === "DRAFT") return <p>{t.unpublished}</p>;
  if (session.state === "ENDED") return <p>{t.ended}</p>;
  return (
    <>
      <p>{t.notYet}</p>
      <Settings lobby={lobby} microphones={microphones} onLobby={setLobby} onMicrophones={setMicrophones} />
      <Button
        tone="primary"
        size="large"
        block
        icon="room"
        busy={busy("open")}
        disabled={!online}
        onClick={() => void run("open", "room.open", { lobby, microphones })}
      >
        {t.open}
      </Button>
    </>
  );
}

function OpenRoom({ room }: { room: RoomView }) {
  const t = useText(roomDesk);
  const { run, busy, online } = useActions();
  const [closing, setClosing] = useState(false);
  const { lobby, microphones, locked } = room;
  return (
    <>
      <WaitingList room={room} />
      <Settings
        lobby={lobby}
        microphones={microphones}
        disabled={!online || busy("change")}
        onLobby={next => void run("change", "room.change", { lobby: next, microphones })}
        onMicrophones={next => void run("change", "room.change", { lobby, microphones: next })}
      />
      <BroadcastSwitch room={room} />
      <p className={styles.hint}>{t.lockHint}</p>
      <div className={styles.buttons}>
        <Button
          icon={locked ? "unlock" : "lock"}
          busy={busy("lock")}
          disabled={!online}
          onClick={() => void run("lock", locked ? "room.unlock" : "room.lock", {})}
        >
          {locked ? t.unlock : t.lock}
        </Button>
        <Button icon="stop" disabled={!online} onClick={() => setClosing(true)}>
          {t.close}
        </Button>
      </div>
      {closing && (
        <ConfirmDialog
          title={t.closeTitle}
          action={t.close}
          busy={busy("close")}
          onClose={() => setClosing(false)}
          onConfirm={() => void run("close", "room.close", {}).then(done => done && setClosing(false))}
        >
          <p>{t.closeText(room.participants.length)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Settings({
  lobby,
  microphones,
  disabled = false,
  onLobby,
  onMicrophones,
}: {
  lobby: boolean;
  microphones: Microphones;
  disabled?: boolean;
  onLobby: (lobby: boolean) => void;
  onMicrophones: (microphones: Microphones) => void;
}) {
  const t = useText(roomDesk);
  return (
    <div className={styles.settings}>
      <Check
        label={t.lobby}
        hint={t.lobbyHint}
        checked={lobby}
        disabled={disabled}
        onChange={event => onLobby(event.target.checked)}
      />
      <div className={styles.setting}>
        <b>{t.microphones}</b>
        <Segmented
          label={t.microphones}
          value={microphones}
          disabled={disabled}
          onChange={onMicrophones}
          options={[
            { id: "FREE", label: t.FREE },
            { id: "FLOOR", label: t.FLOOR },
            { id: "CALLED", label: t.CALLED },
          ]}
        />
        <p className={styles.hint}>{t.modeHint[microphones]}</p>
      </div>
    </div>
  );
}

function KioskAddress({ session }: { session: SessionView }) {
  const t = useText(roomDesk);
  return (
    <details className={styles.kiosk}>
      <summary>{t.kiosk}</summary>
      <p>{t.kioskText}</p>
      <code>{`${location.origin}/sessions/${session.sessionId}/room?kiosk=1`}</code>
    </details>
  );
}
