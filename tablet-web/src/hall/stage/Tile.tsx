import { sourceOf } from "../../core/media.ts";
import type { Speaker } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { room as catalogue } from "../../i18n/room.ts";
import { classes, Icon, RunningClock } from "../../ui/index.ts";
import { usePart, useSessionClock } from "../index.ts";
import { useCallState, useCallValue, useOwnSource } from "../room/call.tsx";
import { Avatar } from "./Avatar.tsx";
import type { Picture, Scene } from "./arrange.ts";
import type { Box } from "./layout.ts";
import styles from "./Tile.module.css";
import { useLasting } from "./useLasting.ts";
import { Video } from "./Video.tsx";

/** As loud as speech, on the scale of RFC 6464 (0 loudest). */
const speechLevel = 55;
/** So long somebody may need to connect: not to be called lost. */
const joiningMs = 3_000;

/** One person's picture or shared screen with name, microphone, and the mark of who speaks. */
export function Tile({
  picture,
  scene,
  size,
  large,
  hidden,
  focused,
  onFocus,
}: {
  picture: Picture;
  scene: Scene;
  size: Box;
  large: boolean;
  /** Not asked for, on the viewer's own wish. */
  hidden: boolean;
  focused: boolean;
  onFocus: ((picture: Picture | undefined) => void) | undefined;
}) {
  const t = useText(catalogue);
  const { personId, kind } = picture;
  const own = personId === scene.me;
  const person = scene.room.participants.find(one => one.personId === personId);
  const state = scene.people.get(personId);
  const speech = usePart("floor")?.speech;
  const track = usePictureTrack(picture, own, state?.camera === true, hidden);
  const talking = useCallValue("levels", call => (call.levels().get(personId) ?? 127) < speechLevel);
  // While our own line is away all others are: the banner says so once, and what was seen stays.
  const live = useCallState().kind === "live";
  const lost = useLasting(live && !own && state !== undefined && !state.connected, joiningMs);
  if (!person) return null;
  const hasFloor = kind === "CAMERA" && speech?.personId === personId;
  const name = own ? `${person.name} (${t.you})` : person.name;
  const label = kind === "SCREEN" ? t.tile.screenOf(person.name) : name;
  return (
    <figure
      className={classes(
        styles.tile,
        talking && kind === "CAMERA" && styles.talking,
        hasFloor && styles.floor,
        large && styles.large,
      )}
      style={{ width: size.width, height: size.height }}
      aria-label={label}
      data-person={personId}
      data-kind={kind}
    >
      {kind === "CAMERA" && <Avatar name={person.name} kiosk={person.as === "KIOSK"} />}
      {track && <Video track={track} mirrored={own} whole={kind === "SCREEN" || person.as === "KIOSK"} />}
      {lost && (
        <span className={styles.lost}>
          <span>
            <Icon name="offline" size={18} /> {t.tile.lost}
          </span>
        </span>
      )}
      {hasFloor && speech && <FloorMark speech={speech} />}
      <figcaption className={styles.plate}>
        {kind === "CAMERA" && (own ? <OwnMicrophone /> : <Microphone on={state?.microphone === true} />)}
        {kind === "SCREEN" && <Icon name="share" size={18} />}
        <span className={styles.name}>
          {label}
          {large && (person.title || person.group) && (
            <span className={styles.detail}>{[person.title, person.group].filter(Boolean).join(" · ")}</span>
          )}
        </span>
        {person.moderator && kind === "CAMERA" && large && <span className={styles.role}>{t.tile.moderator}</span>}
        {scene.room.stage.pinned && scene.room.stage.personId === personId && (
          <span title={t.tile.pinned}>
            <Icon name="pin" size={18} />
            <span className="visually-hidden">{t.tile.pinned}</span>
          </span>
        )}
        {state && !lost && state.quality <= 1 && !own && (
          <span title={t.tile.weak}>
            <Icon name="offline" size={18} />
            <span className="visually-hidden">{t.tile.weak}</span>
          </span>
        )}
      </figcaption>
      {onFocus && (!own || focused) && (
        <button
          type="button"
          className={styles.cover}
          aria-label={focused ? t.tile.shrink : t.tile.enlarge(label)}
          aria-pressed={focused}
          onClick={() => onFocus(focused ? undefined : picture)}
        />
      )}
    </figure>
  );
}

function usePictureTrack(
  { personId, kind }: Picture,
  own: boolean,
  cameraOn: boolean,
  hidden: boolean,
): MediaStreamTrack | undefined {
  const camera = useOwnSource("CAMERA");
  const theirs = useCallValue("tracks", call => call.track(sourceOf(personId, kind)));
  if (own) return camera.on ? camera.track : undefined;
  if (hidden || (kind === "CAMERA" && !cameraOn)) return undefined;
  return theirs;
}

function OwnMicrophone() {
  return <Microphone on={useOwnSource("MICROPHONE").on} />;
}

function Microphone({ on }: { on: boolean }) {
  const t = useText(catalogue).tile;
  return (
    <span className={on ? styles.micOn : styles.micOff}>
      <Icon name={on ? "mic" : "micOff"} size={18} />
      {!on && <span className="visually-hidden">{t.microphoneOff}</span>}
    </span>
  );
}

function FloorMark({ speech }: { speech: Speaker }) {
  const t = useText(catalogue).tile;
  const now = useSessionClock();
  return (
    <span className={styles.floorMark}>
      <Icon name="mic" size={18} />
      <span>{t.hasFloor}</span>
      <RunningClock
        now={now}
        since={speech.since}
        until={speech.until}
        label={speech.until === undefined ? t.elapsed : t.remaining}
        className={styles.floorClock}
      />
    </span>
  );
}
