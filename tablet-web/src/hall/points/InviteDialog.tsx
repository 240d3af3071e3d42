import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { fold } from "../../core/format.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { PointUnit } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, Check, Dialog, ErrorState, Skeleton } from "../../ui/index.ts";
import { SearchBox } from "../../ui/SearchBox.tsx";
import { useApi } from "../index.ts";
import { useDeed } from "../useDeed.ts";
import styles from "./points.module.css";

/** Chooses among the units below, whole levels with one tap. */
export function InviteDialog({
  session,
  invited,
  onClose,
}: {
  session: string;
  invited: ReadonlySet<string>;
  onClose: () => void;
}) {
  const t = useText(texts);
  const words = useText(common);
  const api = useApi();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const path = { params: { path: { sessionId: session } } };
  const units = useQuery({
    queryKey: ["point-units", session],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions/{sessionId}/point-units", { ...path, signal })),
  });
  const [id] = useState(newId);
  const send = useDeed(
    () => unwrap(api.POST("/api/sessions/{sessionId}/points", { ...path, body: { id, units: [...chosen] } })),
    t.invited(chosen.size),
    onClose,
  );
  const free = units.data?.units.filter(unit => !invited.has(unit.unitId));
  return (
    <Dialog
      title={t.invite}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={send.busy} disabled={chosen.size === 0} onClick={send.run}>
            {t.inviteSome(chosen.size)}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.inviteIntro}</p>
        {units.isPending && <Skeleton lines={6} />}
        {units.error && <ErrorState problem={asProblem(units.error)} onRetry={() => void units.refetch()} />}
        {free?.length === 0 && <p>{t.allInvited}</p>}
        {free && free.length > 0 && <UnitChoice units={free} chosen={chosen} onChange={setChosen} />}
      </div>
    </Dialog>
  );
}

function UnitChoice({
  units,
  chosen,
  onChange,
}: {
  units: readonly PointUnit[];
  chosen: ReadonlySet<string>;
  onChange: (next: ReadonlySet<string>) => void;
}) {
  const t = useText(texts);
  const [typed, setTyped] = useState("");
  const shown = units.filter(unit => fold(unit.name).includes(fold(typed)));
  const levels = [...new Set(shown.map(unit => unit.level))].toSorted((a, b) => a - b);
  const toggle = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  };
  return (
    <>
      <SearchBox label={t.find} value={typed} onChange={setTyped} />
      <div className={styles.list}>
        {levels.map(level => {
          const here = shown.filter(unit => unit.level === level);
          return (
            <div key={level}>
              <div className={styles.group}>
                <span>{t.level(level)}</span>
                {here.length > 1 && (
                  <Button
                    onClick={() =>
                      toggle(
                        here.map(unit => unit.unitId),
                        true,
                      )
                    }
                  >
                    {t.inviteLevel(here.length)}
                  </Button>
                )}
              </div>
              {here.map(unit => (
                <Check
                  key={unit.unitId}
                  label={unit.name}
                  checked={chosen.has(unit.unitId)}
                  onChange={event => toggle([unit.unitId], event.target.checked)}
                />
              ))}
            </div>
          );
        })}
      </div>
    </>
  );
}
