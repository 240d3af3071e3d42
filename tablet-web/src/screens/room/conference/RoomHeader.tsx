import { clockTime } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import type { RoomView, SessionView } from "../../../core/schemas.ts";
import { useActions, usePart, useSessionClock } from "../../../hall/index.ts";
import { BroadcastSign } from "../../../hall/room/Broadcast.tsx";
import { TapeSign } from "../../../hall/room/Taping.tsx";
import { common } from "../../../i18n/common.ts";
import { language, useLang, useText } from "../../../i18n/language.ts";
import { recording } from "../../../i18n/recording.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { AppHeader, IconButton, Menu, type MenuEntry, useTick } from "../../../ui/index.ts";
import { CurrentItem } from "./CurrentItem.tsx";
import styles from "./conference.module.css";
import type { DialogKind } from "./Dialogs.tsx";
import { LineButton } from "./LineButton.tsx";

/** Which session and which item are on, how good one's line is, and what is needed less often. */
export function RoomHeader({
  session,
  room,
  records,
  mode,
  moderator,
  directing,
  onMode,
  onDirect,
  onDialog,
}: {
  session: SessionView;
  room: RoomView;
  /** May begin and end a recording. */
  records: boolean;
  mode: "grid" | "stage";
  moderator: boolean;
  directing: boolean;
  onDirect: () => void;
  onMode: (mode: "grid" | "stage") => void;
  onDialog: (kind: DialogKind) => void;
}) {
  const t = useText(catalogue);
  const words = useText(common);
  const lang = useLang();
  const laidOut = usePart("stage")?.air !== undefined;
  const now = useTick(useSessionClock());
  const other = lang === "vi" ? "en" : "vi";
  const entries: MenuEntry[] = [
    { id: "settings", icon: "settings", label: t.controls.settings, onSelect: () => onDialog("settings") },
    ...(moderator
      ? [{ id: "moderate", icon: "room", label: t.controls.moderate, onSelect: () => onDialog("moderate") } as const]
      : []),
    { id: "keys", icon: "keyboard", label: t.controls.shortcuts, onSelect: () => onDialog("keys") },
    {
      id: "language",
      icon: "globe",
      label: <span lang={other}>{other === "vi" ? words.app.vietnamese : words.app.english}</span>,
      onSelect: () => language.choose(other),
    },
  ];
  return (
    <AppHeader title={session.title} subtitle={<CurrentItem />}>
      <BroadcastSign room={room} />
      <TapeSign room={room} />
      <span className={`num ${styles.headCount}`}>{t.header.people(room.participants.length)}</span>
      <time className={`num ${styles.headClock}`}>{clockTime(now)}</time>
      <LineButton onOpen={() => onDialog("line")} />
      {records && !room.recording && <StartTape />}
      {moderator && (
        <IconButton
          tone="header"
          icon={directing ? "room" : "columns"}
          label={directing ? t.header.toRoom : t.header.direct}
          onClick={onDirect}
        />
      )}
      {!directing && !laidOut && (
        <IconButton
          tone="header"
          icon={mode === "grid" ? "stage" : "grid"}
          label={mode === "grid" ? t.header.stage : t.header.grid}
          onClick={() => onMode(mode === "grid" ? "stage" : "grid")}
        />
      )}
      <Menu tone="header" label={t.controls.more} entries={entries} />
    </AppHeader>
  );
}

function StartTape() {
  const t = useText(recording);
  const { run, busy, online } = useActions();
  return (
    <IconButton
      tone="header"
      icon="ring"
      label={t.start}
      disabled={!online || busy("tape")}
      onClick={() => void run("tape", "recording.start", { recordingId: newId() })}
    />
  );
}
