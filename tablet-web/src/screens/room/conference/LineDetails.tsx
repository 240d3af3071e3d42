import { type Lang, percent } from "../../../core/format.ts";
import { bitRate } from "../../../core/rate.ts";
import { useMe } from "../../../hall/index.ts";
import { useCallValue } from "../../../hall/room/call.tsx";
import { useLang, useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { Check } from "../../../ui/index.ts";
import { QualityBars } from "../QualityBars.tsx";
import styles from "./Dialogs.module.css";

/** One's own line in figures, what to do when it is weak, and the choice to do without pictures. */
export function LineDetails({
  listenOnly,
  onListenOnly,
}: {
  listenOnly: boolean;
  onListenOnly: (on: boolean) => void;
}) {
  const t = useText(catalogue);
  const lang = useLang();
  const me = useMe()?.personId ?? "";
  const line = useCallValue("line", call => call.line());
  const quality = useCallValue("people", call => call.people().get(me)?.quality);
  return (
    <div className={styles.line}>
      <p className={styles.summary}>
        <QualityBars quality={quality} />
        {quality === undefined ? t.line.unknown : t.people.quality[quality]}
      </p>
      {line && (
        <dl className={styles.figures}>
          <Figure name={t.line.up} value={bitRate(line.upBps, lang)} />
          <Figure name={t.line.down} value={bitRate(line.downBps, lang)} />
          <Figure name={t.line.roundTrip} value={line.roundTripMs < 0 ? "–" : t.test.ms(line.roundTripMs)} />
          <Figure name={t.line.estimate} value={bitRate(line.downEstimateBps, lang)} />
          <Figure name={t.line.upLost} value={share(line.upLost, lang)} />
          <Figure name={t.line.downLost} value={share(line.downLost, lang)} />
        </dl>
      )}
      <p className={styles.hint}>{t.line.advice}</p>
      <Check
        label={t.line.listenOnly}
        hint={t.line.listenOnlyHint}
        checked={listenOnly}
        onChange={event => onListenOnly(event.target.checked)}
      />
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}

function share(part: number, lang: Lang): string {
  return percent(Math.round(part * 1000), 1000, lang);
}
