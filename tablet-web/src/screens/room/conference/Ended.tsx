import { useEffect, useState } from "react";
import { useCall, useCallState } from "../../../hall/room/call.tsx";
import { useLasting } from "../../../hall/stage/useLasting.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { watch } from "../../../i18n/watch.ts";
import { Button, Icon } from "../../../ui/index.ts";
import styles from "./conference.module.css";

/** ms: the media socket may be faster than the news of one's place; it is asked again, ever more patiently. */
const againMs = 1_500;
const longestMs = 15_000;
const slowMs = 12_000;

/** Over the pictures: the first connection being made, or why they have stopped. Nothing while media flows. */
export function Ended({ watching = false }: { watching?: boolean }) {
  const room = useText(catalogue).call;
  const outside = useText(watch);
  const t = watching ? outside : room;
  const words = useText(common);
  const call = useCall();
  const state = useCallState();
  const [tries, setTries] = useState(0);
  const restart = () => {
    call.stop();
    call.start();
  };
  const refused = state.kind === "ended" && state.reason === "forbidden";
  const full = state.kind === "ended" && state.reason === "full";
  const connecting = state.kind === "connecting" || refused;
  const slow = useLasting(connecting, slowMs);
  useEffect(() => {
    if (!refused && !full) return;
    const again = () => {
      setTries(n => n + 1);
      call.stop();
      call.start();
    };
    const timer = setTimeout(again, full ? longestMs : Math.min(longestMs, againMs * (tries + 1)));
    return () => clearTimeout(timer);
  }, [refused, full, tries, call]);
  if (connecting) {
    return (
      <div className={styles.over} role="status">
        <span className={styles.spinner} aria-hidden="true" />
        <p>{t.connecting}</p>
        {slow && <p>{t.slow}</p>}
      </div>
    );
  }
  if (state.kind !== "ended") return null;
  const elsewhere = state.reason === "elsewhere";
  const title = full ? outside.full : elsewhere ? t.elsewhere : t.failed;
  const why =
    state.reason === "full"
      ? outside.fullText
      : state.reason === "elsewhere"
        ? t.elsewhereText
        : words.network.ended[state.reason];
  return (
    <div className={styles.over} role="alert">
      <Icon name={full ? "users" : elsewhere ? "screen" : "warning"} size={48} />
      <p className={styles.overTitle}>{title}</p>
      <p>{why}</p>
      <Button tone="primary" size="large" icon="refresh" onClick={restart}>
        {elsewhere ? t.takeOver : t.again}
      </Button>
    </div>
  );
}
