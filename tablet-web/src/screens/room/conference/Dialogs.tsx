import { useState } from "react";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { useMe, usePart } from "../../../hall/index.ts";
import { useOwnSource } from "../../../hall/room/call.tsx";
import { RoomDesk } from "../../../hall/room/RoomDesk.tsx";
import { shortcutsWish } from "../../../hall/stage/switches.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Check, ConfirmDialog, Dialog } from "../../../ui/index.ts";
import { DeviceFields } from "../lobby/DeviceFields.tsx";
import styles from "./Dialogs.module.css";
import { LineDetails } from "./LineDetails.tsx";

export type DialogKind = "settings" | "line" | "keys" | "moderate" | "leave";

/** What is opened over the room one at a time. */
export function Dialogs({
  shown,
  session,
  room,
  records,
  listenOnly,
  onListenOnly,
  onClose,
  onLeave,
}: {
  shown: DialogKind | undefined;
  session: SessionView;
  room: RoomView;
  records: boolean;
  listenOnly: boolean;
  onListenOnly: (on: boolean) => void;
  onClose: () => void;
  onLeave: () => void;
}) {
  const t = useText(catalogue);
  switch (shown) {
    case undefined:
      return null;
    case "settings":
      return (
        <Dialog title={t.settings.title} onClose={onClose}>
          <DeviceFields />
        </Dialog>
      );
    case "line":
      return (
        <Dialog title={t.line.title} onClose={onClose}>
          <LineDetails listenOnly={listenOnly} onListenOnly={onListenOnly} />
        </Dialog>
      );
    case "keys":
      return <Keys onClose={onClose} />;
    case "moderate":
      return (
        <Dialog title={t.controls.moderate} onClose={onClose}>
          <RoomDesk session={session} room={room} records={records} />
        </Dialog>
      );
    case "leave":
      return <Leave onClose={onClose} onLeave={onLeave} />;
  }
}

function Leave({ onClose, onLeave }: { onClose: () => void; onLeave: () => void }) {
  const t = useText(catalogue).leave;
  const me = useMe();
  const speaking = usePart("floor")?.speech?.personId === me?.personId;
  const sharing = useOwnSource("SCREEN").on;
  return (
    <ConfirmDialog title={t.title} action={t.action} onClose={onClose} onConfirm={onLeave}>
      <p>{t.text}</p>
      {speaking && <p className={styles.strong}>{t.speaking}</p>}
      {sharing && <p>{t.sharing}</p>}
    </ConfirmDialog>
  );
}

function Keys({ onClose }: { onClose: () => void }) {
  const t = useText(catalogue).keys;
  const [enabled, setEnabled] = useState(shortcutsWish.now);
  const rows = [
    ["M", t.M],
    ["V", t.V],
    [t.space, t.hold],
    ["H", t.H],
    ["C", t.C],
    ["P", t.P],
    ["?", t.help],
  ] as const;
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className={styles.intro}>{t.intro}</p>
      <dl className={styles.keys}>
        {rows.map(([key, what]) => (
          <div key={key} className={styles.row}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Check
        label={t.enabled}
        checked={enabled}
        onChange={event => {
          shortcutsWish.choose(event.target.checked);
          setEnabled(event.target.checked);
        }}
      />
    </Dialog>
  );
}
