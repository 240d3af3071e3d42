import { type FormEvent, useEffect, useState } from "react";
import type { StoreMark } from "../../core/marks.ts";
import { useTablet } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { pack } from "../../i18n/pack.ts";
import { Button, Emblem, Field, Icon, Loading, SelectField } from "../../ui/index.ts";
import styles from "./SignIn.module.css";

/** Shown when the server can't be reached at a start: the PIN opens what this device keeps. */
export function PinEntry({ onRetry }: { onRetry: () => void }) {
  const t = useText(pack).pin;
  const app = useText(common).app;
  const tablet = useTablet();
  const [holders, setHolders] = useState<StoreMark[]>();
  useEffect(() => {
    let left = false;
    tablet.pinHolders().then(
      found => !left && setHolders(found),
      () => !left && setHolders([]),
    );
    return () => {
      left = true;
    };
  }, [tablet]);
  if (!holders) return <Loading />;
  return (
    <div className={styles.page}>
      <div className={styles.banner}>
        <Emblem size={72} />
        <p className={styles.name}>{app.name}</p>
        <p className={styles.tagline}>{app.tagline}</p>
      </div>
      <main className={styles.main}>
        <div className={styles.form}>
          <h1 className={styles.title}>{t.title}</h1>
          {holders.length > 0 ? (
            <PinForm holders={holders} onLocked={() => setHolders([])} />
          ) : (
            <p className={styles.expired} role="status">
              <Icon name="info" size={20} /> {t.none}
            </p>
          )}
          <Button icon="refresh" block onClick={onRetry}>
            {t.retry}
          </Button>
        </div>
      </main>
    </div>
  );
}

function PinForm({ holders, onLocked }: { holders: readonly StoreMark[]; onLocked: () => void }) {
  const t = useText(pack).pin;
  const tablet = useTablet();
  const [person, setPerson] = useState(holders[0]?.personId ?? "");
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || pin.length !== 6) return;
    setBusy(true);
    const result = await tablet.enter(person, pin).catch(() => ({ kind: "locked" }) as const);
    setBusy(false);
    setPin("");
    if (result.kind === "wrong") setWrong(t.wrong(result.triesLeft));
    if (result.kind === "locked") {
      setWrong(t.locked);
      if (holders.length === 1) setTimeout(onLocked, 4_000);
    }
  };
  return (
    <form className={styles.form} onSubmit={event => void enter(event)}>
      <p className={styles.intro}>{t.intro}</p>
      {holders.length > 1 ? (
        <SelectField label={t.who} value={person} onChange={event => setPerson(event.target.value)}>
          {holders.map(one => (
            <option key={one.personId} value={one.personId}>
              {one.name}
            </option>
          ))}
        </SelectField>
      ) : (
        <p>
          {t.who}: <b>{holders[0]?.name}</b>
        </p>
      )}
      <Field
        label={t.label}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={6}
        value={pin}
        error={wrong}
        onChange={event => {
          setWrong(undefined);
          setPin(event.target.value.replace(/\D/g, "").slice(0, 6));
        }}
      />
      <Button type="submit" tone="primary" size="large" block busy={busy} disabled={pin.length !== 6}>
        {busy ? t.opening : t.open}
      </Button>
    </form>
  );
}
