import type { Person } from "../../../core/media.ts";
import type { RoomPerson } from "../../../core/schemas.ts";
import { useOwnSource } from "../../../hall/room/call.tsx";
import { useLasting } from "../../../hall/stage/useLasting.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Icon, IconButton, type IconName } from "../../../ui/index.ts";
import styles from "./panels.module.css";

/** Somebody in the room in one line: name, what they send, how they are connected. */
export function PersonRow({
  person,
  state,
  own,
  speaking,
  pinned,
  onActions,
}: {
  person: RoomPerson;
  state: Person | undefined;
  own: boolean;
  speaking: boolean;
  pinned: boolean;
  onActions: (() => void) | undefined;
}) {
  const t = useText(catalogue);
  const ownMicrophone = useOwnSource("MICROPHONE").on;
  const ownCamera = useOwnSource("CAMERA").on;
  const microphone = own ? ownMicrophone : state?.microphone === true;
  const camera = own ? ownCamera : state?.camera === true;
  const lost = useLasting(!own && state !== undefined && !state.connected, 3_000);
  const held = person.mutes.some(one => one.source === "MICROPHONE" && one.hold);
  const detail = [
    person.as === "KIOSK" && t.tile.kiosk,
    person.moderator && t.tile.moderator,
    person.title,
    person.group,
  ].filter(Boolean);
  return (
    <li className={styles.person}>
      <span className={styles.who}>
        <b>
          {person.name}
          {own && ` (${t.you})`}
        </b>
        {detail.length > 0 && <span className={styles.detail}>{detail.join(" · ")}</span>}
        {speaking && (
          <span className={styles.floor}>
            <Icon name="mic" size={16} /> {t.tile.hasFloor}
          </span>
        )}
        {lost && <span className={styles.lost}>{t.tile.lost}</span>}
      </span>
      {pinned && <Mark icon="pin" words={t.tile.pinned} />}
      {state?.screen && <Mark icon="share" words={t.people.screen} />}
      {camera && <Mark icon="camera" words={t.people.camera} />}
      <Mark
        icon={microphone ? "mic" : "micOff"}
        words={held ? t.people.held : microphone ? t.people.microphone : t.tile.microphoneOff}
        tone={microphone ? "on" : "off"}
        locked={held}
      />
      {onActions && <IconButton icon="dots" label={t.people.actions(person.name)} onClick={onActions} />}
    </li>
  );
}

function Mark({
  icon,
  words,
  tone,
  locked = false,
}: {
  icon: IconName;
  words: string;
  tone?: "on" | "off";
  locked?: boolean;
}) {
  return (
    <span className={styles.mark} data-tone-of-mark={tone} title={words}>
      <Icon name={icon} size={20} />
      {locked && <Icon name="lock" size={14} />}
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
