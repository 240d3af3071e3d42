import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, Dialog, Field } from "../../ui/index.ts";
import { useApi } from "../index.ts";
import { useDeed } from "../useDeed.ts";
import styles from "./points.module.css";

/** Heads counted and leaders there, from the point's technician. @param above of a session of the server above */
export function ReportDialog({
  session,
  point,
  above = false,
  onClose,
}: {
  session: string;
  above?: boolean;
  point: { pointId: string; attendees: readonly { name: string; leader: boolean }[]; expected: number };
  onClose: () => void;
}) {
  const t = useText(texts);
  const words = useText(common);
  const api = useApi();
  const [id] = useState(newId);
  const [typed, setTyped] = useState("");
  const [lines, setLines] = useState(() =>
    point.attendees
      .filter(one => one.leader)
      .map(one => one.name)
      .join("\n"),
  );
  const good = /^\d{1,5}$/.test(typed) && Number(typed) <= 10_000;
  const leaders = lines
    .split("\n")
    .map(line => line.trim().slice(0, 100))
    .filter(Boolean)
    .slice(0, 30);
  const data = { pointId: point.pointId, present: Number(typed), leaders };
  const send = useDeed(
    (): Promise<unknown> =>
      above
        ? unwrap(
            api.PUT("/api/joined/sessions/{sessionId}/points/{pointId}/roll", {
              params: { path: { sessionId: session, pointId: point.pointId } },
              body: { id, present: data.present, leaders },
            }),
          )
        : unwrap(
            api.POST("/api/sessions/{sessionId}/commands", {
              params: { path: { sessionId: session } },
              body: { id, name: "point.report", data: data as unknown as Record<string, never> },
            }),
          ),
    above ? t.keptForAbove : t.reported,
    onClose,
  );
  return (
    <Dialog
      title={t.report}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={send.busy} disabled={!good} onClick={send.run}>
            {t.reportSend}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field
          label={t.reportPresent}
          hint={t.expected(point.expected)}
          inputMode="numeric"
          value={typed}
          onChange={event => setTyped(event.target.value.trim())}
        />
        <Field
          label={t.reportLeaders}
          multiline
          rows={4}
          value={lines}
          onChange={event => setLines(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
