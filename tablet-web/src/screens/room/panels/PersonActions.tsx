import { useState } from "react";
import type { CommandName, Commands } from "../../../core/commands.ts";
import type { RoomPerson, RoomView, SessionView } from "../../../core/schemas.ts";
import { useActions, usePart } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Button, ConfirmDialog, Dialog, type IconName } from "../../../ui/index.ts";
import styles from "./panels.module.css";

type Deed = { id: string; icon: IconName; label: string; act: () => void; danger?: boolean };

/** All that a moderator may do with one person, in words on large buttons. */
export function PersonActions({
  session,
  room,
  person,
  presides,
  onClose,
}: {
  session: SessionView;
  room: RoomView;
  person: RoomPerson;
  presides: boolean;
  onClose: () => void;
}) {
  const t = useText(catalogue).people;
  const { run, busy, online } = useActions();
  const [removing, setRemoving] = useState(false);
  const floor = usePart("floor");
  const { personId, name, moderator } = person;
  const speaking = floor?.speech?.personId === personId;
  const queued = floor?.queue.some(one => one.personId === personId) ?? false;
  const pinned = room.stage.pinned && room.stage.personId === personId;
  const muted = (source: "MICROPHONE" | "CAMERA" | "SCREEN") => person.mutes.find(one => one.source === source);
  const command = <N extends CommandName>(command: N, data: Commands[N]) => {
    return () => void run("deed", command, data).then(done => done && onClose());
  };
  const mute = (source: "MICROPHONE" | "CAMERA" | "SCREEN", hold: boolean) =>
    command("room.mute", { personId, source, hold });
  const unmute = (source: "MICROPHONE" | "CAMERA" | "SCREEN") => command("room.unmute", { personId, source });
  const seconds = session.rules.speechSeconds;
  const offered: (Deed | false)[] = [
    presides &&
      queued && { id: "grant", icon: "mic", label: t.grant(name), act: command("floor.grant", { personId, seconds }) },
    presides && speaking && { id: "end", icon: "stop", label: t.endSpeech, act: command("floor.end-speech", {}) },
    {
      id: "pin",
      icon: "pin",
      label: pinned ? t.unpin : t.pin,
      act: command("room.stage", pinned ? {} : { personId }),
    },
    !muted("MICROPHONE") && { id: "mute", icon: "micOff", label: t.mute, act: mute("MICROPHONE", false) },
    !muted("MICROPHONE")?.hold && { id: "hold", icon: "lock", label: t.hold, act: mute("MICROPHONE", true) },
    muted("MICROPHONE") !== undefined && { id: "allow", icon: "mic", label: t.allow, act: unmute("MICROPHONE") },
    muted("CAMERA")
      ? { id: "camera", icon: "camera", label: t.cameraAllow, act: unmute("CAMERA") }
      : { id: "camera", icon: "cameraOff", label: t.cameraMute, act: mute("CAMERA", true) },
    muted("SCREEN")
      ? { id: "screen", icon: "share", label: t.screenAllow, act: unmute("SCREEN") }
      : { id: "screen", icon: "share", label: t.screenMute, act: mute("SCREEN", true) },
    !moderator && { id: "remove", icon: "exit", label: t.remove, danger: true, act: () => setRemoving(true) },
  ];
  const deeds = offered.filter(one => one !== false);
  if (removing) {
    return (
      <ConfirmDialog
        title={t.removeTitle(name)}
        action={t.remove}
        busy={busy("deed")}
        onClose={onClose}
        onConfirm={command("room.remove", { personId })}
      >
        <p>{t.removeText}</p>
      </ConfirmDialog>
    );
  }
  return (
    <Dialog title={name} onClose={onClose}>
      <div className={styles.deeds}>
        {deeds.map(deed => (
          <Button
            key={deed.id}
            block
            tone={deed.danger ? "danger" : "quiet"}
            icon={deed.icon}
            busy={busy("deed")}
            disabled={!online}
            onClick={deed.act}
          >
            {deed.label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
