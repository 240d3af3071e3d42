import { useState } from "react";
import { useText } from "../../../i18n/language.ts";
import { secret } from "../../../i18n/secret.ts";
import { Button, Dialog, Icon } from "../../../ui/index.ts";
import styles from "./secret.module.css";

/** What this way of voting protects and what not, in plain words, one tap away wherever it is used. */
export function LimitsButton() {
  const t = useText(secret).limits;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="plain" icon="info" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {open && (
        <Dialog title={t.title} size="wide" onClose={() => setOpen(false)}>
          <div className={styles.limits}>
            <section aria-labelledby="limits-does">
              <h3 id="limits-does">
                <Icon name="check" /> {t.does}
              </h3>
              <ul>
                {t.good.map(one => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </section>
            <section aria-labelledby="limits-not" className={styles.not}>
              <h3 id="limits-not">
                <Icon name="warning" /> {t.doesNot}
              </h3>
              <ul>
                {t.bad.map(one => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </section>
          </div>
        </Dialog>
      )}
    </>
  );
}
