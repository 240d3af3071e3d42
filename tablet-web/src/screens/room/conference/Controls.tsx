import { type ReactNode, useEffect } from "react";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { roomDesk } from "../../../i18n/room-desk.ts";
import { classes, Icon, type IconName } from "../../../ui/index.ts";
import type { Panel } from "./Conference.tsx";
import styles from "./Controls.module.css";
import { MicLevel } from "./MicLevel.tsx";
import type { Own } from "./useOwn.ts";

/** The bar at the lower edge: own switches, the floor, panels, the way out. */
export function Controls({
  own,
  member,
  panel,
  unread,
  waiting,
  onPanel,
  onLeave,
}: {
  own: Own;
  member: boolean;
  panel: Panel | undefined;
  unread: number;
  waiting: number;
  onPanel: (panel: Panel) => void;
  onLeave: () => void;
}) {
  const t = useText(catalogue);
  const desk = useText(roomDesk);
  useToastsAbove();
  return (
    <div className={styles.bar} data-tone="dark" role="toolbar" aria-label={t.controls.label}>
      <div className={styles.group}>
        <MicrophoneButton own={own} />
        <Control
          icon={own.camera.on ? "camera" : "cameraOff"}
          label={own.camera.on ? t.controls.cameraOff : t.controls.cameraOn}
          off={!own.camera.on}
          barred={own.right.CAMERA === "held"}
          busy={own.camera.opening}
          onClick={own.toggleCamera}
        />
        {own.canShare && (
          <Control
            icon="share"
            label={own.screen.on ? t.controls.shareStop : t.controls.share}
            active={own.screen.on}
            barred={own.right.SCREEN === "held"}
            busy={own.screen.opening}
            onClick={own.toggleScreen}
          />
        )}
      </div>
      {member && (
        <div className={styles.group}>
          <Control
            icon={own.speaking ? "stop" : "hand"}
            label={own.speaking ? t.controls.endSpeech : own.hand ? t.controls.lower : t.controls.raise}
            active={own.hand || own.speaking}
            barred={!own.mayRaise && !own.hand && !own.speaking}
            busy={own.actions.busy("hand")}
            badge={own.queuePlace > 0 ? { n: own.queuePlace, words: t.controls.place(own.queuePlace) } : undefined}
            onClick={own.toggleHand}
          />
        </div>
      )}
      <div className={styles.group}>
        <Control
          icon="chat"
          label={t.controls.chat}
          pressed={panel === "chat"}
          badge={unread > 0 ? { n: unread, words: t.controls.unread(unread) } : undefined}
          onClick={() => onPanel("chat")}
        />
        <Control
          icon="users"
          label={t.controls.people}
          pressed={panel === "people"}
          badge={waiting > 0 ? { n: waiting, words: desk.waitingBadge(waiting) } : undefined}
          onClick={() => onPanel("people")}
        />
      </div>
      <Control icon="exit" label={t.controls.leave} danger onClick={onLeave} />
    </div>
  );
}

/** Short notes must not cover the buttons. */
export function useToastsAbove(): void {
  useEffect(() => {
    document.documentElement.style.setProperty("--toast-bottom", "92px");
    return () => {
      document.documentElement.style.removeProperty("--toast-bottom");
    };
  }, []);
}

function MicrophoneButton({ own }: { own: Own }) {
  const t = useText(catalogue).controls;
  const { on, opening, track } = own.microphone;
  const barred = own.right.MICROPHONE === "held" || own.right.MICROPHONE === "floor";
  return (
    <Control
      icon={on ? "mic" : "micOff"}
      label={on ? t.muteOff : t.muteOn}
      off={!on}
      barred={barred}
      busy={opening}
      onClick={own.toggleMicrophone}
    >
      {on && track && <MicLevel track={track} />}
    </Control>
  );
}

function Control({
  icon,
  label,
  off = false,
  active = false,
  barred = false,
  danger = false,
  busy = false,
  pressed,
  badge,
  onClick,
  children,
}: {
  icon: IconName;
  label: string;
  /** A device that is off. */
  off?: boolean;
  active?: boolean;
  /** Pressing tells why not; so it stays pressable. */
  barred?: boolean;
  danger?: boolean;
  busy?: boolean;
  pressed?: boolean;
  badge?: { n: number; words: string } | undefined;
  onClick: () => void;
  children?: ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes(
        styles.control,
        off && styles.off,
        active && styles.active,
        barred && styles.barred,
        danger && styles.danger,
        pressed && styles.pressed,
      )}
      aria-busy={busy || undefined}
      {...(pressed === undefined ? {} : { "aria-expanded": pressed })}
      title={label}
      onClick={busy ? undefined : onClick}
    >
      <span className={styles.picture}>
        <Icon name={icon} />
        {barred && (
          <span className={styles.lock}>
            <Icon name="lock" size={14} />
          </span>
        )}
        {children}
        {badge && (
          <span className={styles.badge} aria-hidden="true">
            {badge.n}
          </span>
        )}
      </span>
      <span className={styles.label}>{label}</span>
      {badge && <span className="visually-hidden">{badge.words}</span>}
    </button>
  );
}
