import { useEffect, useState, useSyncExternalStore } from "react";
import { appShell } from "../core/app-shell.ts";
import { useText } from "../i18n/language.ts";
import { pack } from "../i18n/pack.ts";
import { Button, Icon } from "../ui/index.ts";
import styles from "./App.module.css";

/** Offers a new version of the app where nothing is under way: above the list of sessions. */
export default function UpdateBar() {
  const t = useText(pack).update;
  const state = useSyncExternalStore(appShell.subscribe, appShell.state);
  const [refused, setRefused] = useState(false);
  useEffect(() => void appShell.ask(), []);
  if (state !== "newer") return null;
  return (
    <div className={styles.update} role="status">
      <Icon name="refresh" />
      <span>{refused ? t.busy : t.text}</span>
      <Button onClick={() => void appShell.takeOver().then(done => setRefused(!done))}>{t.action}</Button>
    </div>
  );
}
