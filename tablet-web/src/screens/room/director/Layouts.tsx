import { useState } from "react";
import type { Layout, RoomView } from "../../../core/schemas.ts";
import { usePart } from "../../../hall/index.ts";
import { director } from "../../../i18n/director.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, type IconName, Segmented } from "../../../ui/index.ts";
import styles from "./Director.module.css";

const icons: Record<Layout["kind"], IconName> = {
  STAGE: "stage",
  STAGE_PAPER: "paper",
  DIALOGUE: "users",
  GRID: "grid",
  ROTATION: "refresh",
};
const turns = ["10", "20", "30", "60"] as const;

/** The layouts that fit who is selected; one press prepares it. */
export function Layouts({
  room,
  selected,
  busy,
  disabled,
  onLayout,
}: {
  room: RoomView;
  selected: readonly string[];
  busy: boolean;
  disabled: boolean;
  onLayout: (layout: Layout) => void;
}) {
  const t = useText(director);
  const [seconds, setSeconds] = useState<(typeof turns)[number]>("20");
  const presented = usePart("follow")?.since !== undefined;
  const n = selected.length;
  const fits: Record<Layout["kind"], boolean> = {
    STAGE: n <= 1,
    STAGE_PAPER: n <= 1 && presented,
    DIALOGUE: n === 2,
    GRID: n !== 1 && n <= 25,
    ROTATION: n !== 1,
  };
  const names = selected.map(id => room.participants.find(one => one.personId === id)?.name ?? "");
  return (
    <fieldset className={styles.layouts} disabled={disabled}>
      <legend className={styles.legend}>{n === 0 ? t.selectHint : t.selected(names)}</legend>
      <div className={styles.buttons}>
        {(Object.keys(fits) as Layout["kind"][]).map(kind => (
          <Button
            key={kind}
            icon={icons[kind]}
            busy={busy}
            disabled={!fits[kind]}
            title={fits[kind] ? undefined : t.needs[kind]}
            onClick={() =>
              onLayout({ kind, persons: [...selected], ...(kind === "ROTATION" ? { seconds: Number(seconds) } : {}) })
            }
          >
            {t.kinds[kind]}
          </Button>
        ))}
        <Segmented
          label={t.turn}
          value={seconds}
          onChange={setSeconds}
          options={turns.map(id => ({ id, label: t.seconds(id) }))}
        />
      </div>
    </fieldset>
  );
}
