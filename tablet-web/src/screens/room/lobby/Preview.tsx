import { useDevices, useOwnSource } from "../../../hall/room/call.tsx";
import { Avatar } from "../../../hall/stage/Avatar.tsx";
import { Video } from "../../../hall/stage/Video.tsx";
import { useText } from "../../../i18n/language.ts";
import { room } from "../../../i18n/room.ts";
import { Button, Icon } from "../../../ui/index.ts";
import styles from "./lobby.module.css";

/** One's own picture as in a mirror, the two switches, and what is wrong with a device in words. */
export function Preview({
  name,
  switches = true,
  onSwitch,
}: {
  name: string;
  switches?: boolean;
  onSwitch?: (camera: boolean) => void;
}) {
  const t = useText(room);
  const devices = useDevices();
  const microphone = useOwnSource("MICROPHONE");
  const camera = useOwnSource("CAMERA");
  const switchCamera = () => {
    onSwitch?.(!camera.on);
    void devices.switchCamera(!camera.on);
  };
  return (
    <div className={styles.previewBox}>
      <figure className={styles.preview} data-tone="dark" aria-label={t.lobby.preview}>
        <Avatar name={name} />
        {camera.on && camera.track && <Video track={camera.track} mirrored />}
        <figcaption className={styles.previewName}>
          {name}
          {!camera.on && <span> · {camera.opening ? t.lobby.cameraOpening : t.lobby.cameraOff}</span>}
        </figcaption>
      </figure>
      {switches && (
        <div className={styles.switches}>
          <Button
            size="large"
            tone={microphone.on ? "primary" : "quiet"}
            icon={microphone.on ? "mic" : "micOff"}
            busy={microphone.opening}
            role="switch"
            aria-checked={microphone.on}
            onClick={() => void devices.switchMicrophone(!microphone.on)}
          >
            {microphone.on ? t.lobby.microphoneOn : t.lobby.microphoneOff}
          </Button>
          <Button
            size="large"
            tone={camera.on ? "primary" : "quiet"}
            icon={camera.on ? "camera" : "cameraOff"}
            busy={camera.opening}
            role="switch"
            aria-checked={camera.on}
            onClick={switchCamera}
          >
            {camera.on ? t.lobby.cameraOn : t.lobby.cameraIsOff}
          </Button>
        </div>
      )}
      {(["microphone", "camera"] as const).map(kind => {
        const { trouble } = kind === "microphone" ? microphone : camera;
        return (
          trouble && (
            <div key={kind} className={styles.trouble} role="alert">
              <Icon name={kind === "microphone" ? "micOff" : "cameraOff"} />
              <p>{t.trouble[kind][trouble]}</p>
              {trouble !== "insecure" && (
                <Button
                  icon="refresh"
                  onClick={() =>
                    void (kind === "microphone" ? devices.openMicrophone(microphone.on) : devices.switchCamera(true))
                  }
                >
                  {t.lobby.retry}
                </Button>
              )}
            </div>
          )
        );
      })}
    </div>
  );
}
