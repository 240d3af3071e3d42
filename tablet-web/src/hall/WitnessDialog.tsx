import { dayAndTime } from "../core/format.ts";
import { type Witness, witnessOf } from "../core/witness.ts";
import { useText } from "../i18n/language.ts";
import { witness as texts } from "../i18n/witness.ts";
import { Button, Dialog, Icon, useToast } from "../ui/index.ts";
import styles from "./Witness.module.css";

/** What this device knows of the session's journal: the newest checkpoint it has checked, or what does not fit. */
export default function WitnessDialog({ session, onClose }: { session: string; onClose: () => void }) {
  const t = useText(texts);
  const say = useToast();
  const testimony = witnessOf(session, localStorage);
  const known = testimony.kind === "none" ? undefined : testimony.known;
  const copy = () =>
    known && void navigator.clipboard.writeText(`${known.size} ${known.root}`).then(() => say(t.copied, "good"));
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        testimony.kind === "broken" ? (
          <Button tone="primary" icon="download" onClick={() => save(testimony, t.evidenceName(session))}>
            {t.evidence}
          </Button>
        ) : (
          known && (
            <Button icon="copy" onClick={copy}>
              {t.copy}
            </Button>
          )
        )
      }
    >
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        {testimony.kind === "none" && <p>{t.none}</p>}
        {testimony.kind === "sound" && (
          <p className={styles.sound}>
            <Icon name="check" /> {t.sound}
          </p>
        )}
        {testimony.kind === "broken" && (
          <p className={styles.broken}>
            <Icon name="warning" /> {t.why[testimony.why]} {t.brokenText}
          </p>
        )}
        {known && (
          <>
            <dl className={styles.facts}>
              <dt>{t.size}</dt>
              <dd className="num">{known.size}</dd>
              <dt>{t.root}</dt>
              <dd>{known.root}</dd>
              <dt>{t.key}</dt>
              <dd>{known.key}</dd>
              <dt>{t.at}</dt>
              <dd className="num">{dayAndTime(known.at)}</dd>
            </dl>
            <p className={styles.intro}>{t.compare}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}

function save(testimony: Witness, name: string): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(testimony, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
