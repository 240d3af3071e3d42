import { useMe } from "../../../hall/index.ts";
import { useCallValue } from "../../../hall/room/call.tsx";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { QualityBars } from "../QualityBars.tsx";
import styles from "./conference.module.css";

/** One's own line in four bars; tells more when pressed. */
export function LineButton({ onOpen }: { onOpen: () => void }) {
  const t = useText(catalogue);
  const me = useMe()?.personId ?? "";
  const quality = useCallValue("people", call => call.people().get(me)?.quality);
  const words = quality === undefined ? t.line.unknown : (t.people.quality[quality] ?? t.line.unknown);
  const label = `${t.line.title}: ${words}`;
  return (
    <button type="button" className={styles.lineButton} aria-label={label} title={label} onClick={onOpen}>
      <QualityBars quality={quality} />
    </button>
  );
}
