import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Button, Icon } from "../../../ui/index.ts";
import { useToastsAbove } from "../conference/Controls.tsx";
import type { Own } from "../conference/useOwn.ts";
import styles from "./kiosk.module.css";

/** All that is pressed in a meeting room: microphone, camera, the word, less of a weak line, volume. */
export function KioskControls({
  own,
  onWeakLine,
  volume,
  onVolume,
}: {
  own: Own;
  /** Goes on with voices and pages; absent where it is so already. */
  onWeakLine: (() => void) | undefined;
  volume: number;
  onVolume: (volume: number) => void;
}) {
  const t = useText(catalogue);
  const { microphone, camera } = own;
  useToastsAbove();
  return (
    <div className={styles.controls}>
      <Button
        size="large"
        tone={microphone.on ? "yes" : "danger"}
        icon={microphone.on ? "mic" : "micOff"}
        busy={microphone.opening}
        onClick={own.toggleMicrophone}
      >
        {microphone.on ? t.controls.muteOff : t.controls.muteOn}
      </Button>
      <Button
        size="large"
        tone={camera.on ? "quiet" : "danger"}
        icon={camera.on ? "camera" : "cameraOff"}
        busy={camera.opening}
        onClick={own.toggleCamera}
      >
        {camera.on ? t.controls.cameraOff : t.controls.cameraOn}
      </Button>
      <Button
        size="large"
        icon={own.speaking ? "stop" : "hand"}
        busy={own.actions.busy("hand")}
        disabled={!own.mayRaise && !own.hand && !own.speaking}
        onClick={own.toggleHand}
      >
        {own.speaking ? t.controls.endSpeech : own.hand ? t.controls.lower : t.controls.raise}
        {own.queuePlace > 0 && <span className="num"> · {t.kiosk.turn(own.queuePlace)}</span>}
      </Button>
      {onWeakLine && (
        <Button
          size="large"
          icon="offline"
          aria-label={t.line.listenOnly}
          title={t.line.listenOnly}
          onClick={onWeakLine}
        >
          {t.line.weak}
        </Button>
      )}
      <label className={styles.volume}>
        <Icon name={volume === 0 ? "soundOff" : "sound"} size={28} />
        <span className="visually-hidden">{t.kiosk.volume}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={volume}
          onChange={event => onVolume(Number(event.target.value))}
        />
      </label>
    </div>
  );
}
