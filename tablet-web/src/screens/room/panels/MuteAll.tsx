import { useState } from "react";
import { useActions } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Button, ConfirmDialog } from "../../../ui/index.ts";
import styles from "./panels.module.css";

/** Silence for all but moderators and who has the floor, with or without leave to come back. */
export function MuteAll() {
  const t = useText(catalogue).people;
  const { run, busy, online } = useActions();
  const [asked, setAsked] = useState<"mute" | "hold">();
  const send = () =>
    void run("all", "room.mute-all", { source: "MICROPHONE", hold: asked === "hold" }).then(
      done => done && setAsked(undefined),
    );
  return (
    <div className={styles.muteAll}>
      <Button icon="micOff" disabled={!online} onClick={() => setAsked("mute")}>
        {t.muteAll}
      </Button>
      <Button icon="lock" disabled={!online} onClick={() => setAsked("hold")}>
        {t.holdAll}
      </Button>
      {asked && (
        <ConfirmDialog
          title={t.muteAllTitle}
          tone="primary"
          action={asked === "hold" ? t.holdAll : t.muteAll}
          busy={busy("all")}
          onClose={() => setAsked(undefined)}
          onConfirm={send}
        >
          <p>{asked === "hold" ? t.holdAllText : t.muteAllText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
