import { useState, useSyncExternalStore } from "react";
import type { DeviceKind } from "../../../core/devices.ts";
import { canChooseLoudspeaker, playTestTone } from "../../../core/sound.ts";
import { useDevices, useOwnSource } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { room } from "../../../i18n/room.ts";
import { Button, SelectField } from "../../../ui/index.ts";
import { LevelBar } from "./LevelBar.tsx";
import styles from "./lobby.module.css";

/** Choice of microphone, loudspeaker and camera, each with a way to try it. */
export function DeviceFields() {
  const t = useText(room);
  const microphone = useOwnSource("MICROPHONE");
  const camera = useOwnSource("CAMERA");
  return (
    <div className={styles.devices}>
      <div className={styles.device}>
        <DeviceSelect kind="microphone" label={t.microphone} used={microphone.track} />
        {microphone.track && <LevelBar track={microphone.track} />}
      </div>
      <div className={styles.device}>
        {canChooseLoudspeaker() && <DeviceSelect kind="loudspeaker" label={t.loudspeaker} />}
        <TestTone />
      </div>
      <DeviceSelect kind="camera" label={t.camera} used={camera.track} />
    </div>
  );
}

export function DeviceSelect({
  kind,
  label,
  used,
}: {
  kind: DeviceKind;
  label: string;
  used?: MediaStreamTrack | undefined;
}) {
  const t = useText(room).lobby;
  const devices = useDevices();
  const list = useSyncExternalStore(devices.subscribe, devices.lists)[kind];
  const chosen = useSyncExternalStore(devices.subscribe, devices.chosen)[kind];
  const inUse = used?.getSettings().deviceId ?? chosen;
  const known = list.some(one => one.id === inUse);
  return (
    <SelectField
      label={label}
      value={known ? inUse : ""}
      disabled={list.length === 0}
      onChange={event => void devices.choose(kind, event.target.value)}
    >
      {(!known || list.length === 0) && <option value="">{list.length === 0 ? t.none : t.usual}</option>}
      {list.map((device, at) => (
        <option key={device.id} value={device.id}>
          {device.label || t.unnamed(at + 1)}
        </option>
      ))}
    </SelectField>
  );
}

export function TestTone({ onPlayed }: { onPlayed?: () => void }) {
  const t = useText(room).lobby;
  const devices = useDevices();
  const [playing, setPlaying] = useState(false);
  const play = async () => {
    setPlaying(true);
    await playTestTone(devices.chosen().loudspeaker).catch(() => undefined);
    setPlaying(false);
    onPlayed?.();
  };
  return (
    <Button icon="sound" busy={playing} onClick={() => void play()}>
      {playing ? t.tonePlaying : t.tone}
    </Button>
  );
}
