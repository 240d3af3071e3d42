import { useState } from "react";
import type { Booth } from "../../../core/secret/booth.ts";
import type { BoothState } from "../../../core/secret/course.ts";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, ConfirmDialog, classes, Icon } from "../../../ui/index.ts";
import { saveText } from "../../file.ts";
import { Said } from "./ConfirmCast.tsx";
import styles from "./secret.module.css";

/** What the device found of the own ballot on the board. The marks stay covered until asked for: neighbours look. */
export function OwnCheck({ booth, state }: { booth: Booth; state: Extract<BoothState, { kind: "checked" }> }) {
  const t = useText(secret).check;
  const [open, setOpen] = useState(false);
  const { own, poll, written } = state;
  const found = own === "found";
  return (
    <div className={classes(styles.standing, found ? styles.isGood : styles.isBad)} role="status">
      <Icon name={found ? "check" : "warning"} size={56} />
      <h3 className={`num ${styles.standingTitle}`}>{own === "board-unsound" ? t.unsound : t[own](written.code)}</h3>
      {found && <p>{t.later}</p>}
      {own === "missing" && !state.receipt ? <p>{t.missingUnsure}</p> : !found && <p>{t.report}</p>}
      <Button icon="eye" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t.hide : t.show}
      </Button>
      {open && <Said poll={poll} marks={written.marks} />}
      {!found && <Evidence booth={booth} />}
    </div>
  );
}

function Evidence({ booth }: { booth: Booth }) {
  const t = useText(secret).check;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={styles.quiet}>{t.evidenceText}</p>
      <div className={styles.buttons}>
        <Button
          tone="primary"
          icon="download"
          onClick={() => void booth.evidence().then(text => text && saveText(text, t.evidenceName))}
        >
          {t.evidence}
        </Button>
        <Button tone="plain" icon="trash" onClick={() => setAsked(true)}>
          {t.forget}
        </Button>
      </div>
      {asked && (
        <ConfirmDialog
          title={t.forget}
          action={t.forget}
          onClose={() => setAsked(false)}
          onConfirm={() => void booth.forget()}
        >
          <p>{t.forgetText}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
