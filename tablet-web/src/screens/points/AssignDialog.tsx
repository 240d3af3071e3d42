import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { OwnInvitation } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { attendeesOf, linesOf } from "../../hall/points/figures.ts";
import { useDeed } from "../../hall/useDeed.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, Dialog, ErrorState, Field, SelectField } from "../../ui/index.ts";
import styles from "./points.module.css";

/** What is known of the point when it is named anew. */
type Named = Pick<OwnInvitation, "sessionId" | "pointId" | "name" | "attendees" | "expected"> & {
  technician?: { personId: string; phone?: string };
};

/** Names who looks after the point and who comes. @param above of a session of the server above */
export function AssignDialog({
  point,
  above = false,
  onClose,
  onDone,
}: {
  point: Named;
  above?: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText(texts);
  const words = useText(common);
  const api = useApi();
  const path = { params: { path: { sessionId: point.sessionId, pointId: point.pointId } } };
  const people = useQuery({
    queryKey: ["point-people", above, point.sessionId, point.pointId],
    queryFn: ({ signal }) =>
      above
        ? unwrap(api.GET("/api/joined/sessions/{sessionId}/points/{pointId}/people", { ...path, signal }))
        : unwrap(api.GET("/api/sessions/{sessionId}/points/{pointId}/people", { ...path, signal })),
  });
  const [id] = useState(newId);
  const [technicianId, setTechnician] = useState(point.technician?.personId ?? "");
  const [phone, setPhone] = useState(point.technician?.phone ?? "");
  const [lines, setLines] = useState(() => linesOf(point.attendees));
  const [typed, setTyped] = useState(point.expected > 0 ? String(point.expected) : "");
  const expected = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  const good = technicianId !== "" && expected >= 1 && expected <= 10_000;
  const attendees = attendeesOf(lines).slice(0, 100);
  const body = { id, technicianId, attendees, expected, ...(phone.trim().length >= 3 && { phone: phone.trim() }) };
  const send = useDeed(
    (): Promise<unknown> =>
      above
        ? unwrap(api.PUT("/api/joined/sessions/{sessionId}/points/{pointId}/assignment", { ...path, body }))
        : unwrap(api.PUT("/api/sessions/{sessionId}/points/{pointId}/assignment", { ...path, body })),
    above ? t.keptForAbove : t.assigned,
    onDone,
  );
  return (
    <Dialog
      title={t.assignTitle(point.name)}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={send.busy} disabled={!good} onClick={send.run}>
            {t.assign}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {people.error && <ErrorState problem={asProblem(people.error)} onRetry={() => void people.refetch()} />}
        <SelectField
          label={t.assignTechnician}
          hint={people.data?.people.length === 0 ? t.nobody : t.assignHint}
          value={technicianId}
          onChange={event => setTechnician(event.target.value)}
        >
          <option value="">{t.choose}</option>
          {people.data?.people.map(one => (
            <option key={one.personId} value={one.personId}>
              {one.title ? `${one.name}, ${one.title}` : one.name}
            </option>
          ))}
        </SelectField>
        <Field
          label={t.phone}
          type="tel"
          value={phone}
          maxLength={40}
          onChange={event => setPhone(event.target.value)}
        />
        <Field
          label={t.expectedField}
          inputMode="numeric"
          value={typed}
          error={typed !== "" && (expected < 1 || expected > 10_000) ? t.badNumber : undefined}
          onChange={event => setTyped(event.target.value.trim())}
        />
        <Field
          label={t.attendees}
          hint={t.attendeesHint}
          placeholder={t.attendeesPlaceholder}
          multiline
          rows={5}
          value={lines}
          onChange={event => setLines(event.target.value)}
        />
      </div>
    </Dialog>
  );
}
