import { CommandNote, useCommand, useMe, usePart } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { delegate } from "../../i18n/delegate.ts";
import { useText } from "../../i18n/language.ts";
import { Button } from "../../ui/index.ts";
import styles from "./delegate.module.css";

/** One button for the floor: ask, withdraw, or end one's own speech. `quiet` while something else comes first. */
export function FloorActions({ sittingOpen, quiet = false }: { sittingOpen: boolean; quiet?: boolean }) {
  const t = useText(delegate).floor;
  const words = useText(common);
  const me = useMe();
  const attendance = usePart("attendance");
  const raise = useCommand("floor.raise-hand");
  const lower = useCommand("floor.lower-hand");
  const end = useCommand("floor.end-speech");
  if (!me || me.sittings.length === 0 || !sittingOpen || !attendance) return null;
  const present = me.sittings.some(one => one.presence === "PRESENT");
  const command = me.speaking ? end : me.hand ? lower : raise;
  const label = me.speaking ? t.end : me.hand ? t.lower : t.raise;
  return (
    <div className={styles.floorActions}>
      <CommandNote command={command} quiet />
      {!command.online && <p className={styles.offlineHint}>{words.command.offline}</p>}
      {!present && <p className={styles.offlineHint}>{t.needPresence}</p>}
      <Button
        size="large"
        block
        tone={me.speaking ? "danger" : me.hand || quiet ? "quiet" : "primary"}
        icon={me.speaking ? "stop" : me.hand ? "close" : "mic"}
        busy={command.busy}
        disabled={!command.online || (!present && !me.hand && !me.speaking)}
        onClick={() => void command.send({})}
      >
        {command.busy ? words.command.sending : label}
      </Button>
    </div>
  );
}
