import { type FormEvent, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { dayOf } from "../../../core/format.ts";
import type { AssignmentView, Preparation as Board } from "../../../core/schemas.ts";
import { useDraftWork } from "../../../hall/drafts.ts";
import { useApi, usePart } from "../../../hall/index.ts";
import { common } from "../../../i18n/common.ts";
import { useText } from "../../../i18n/language.ts";
import { preparation } from "../../../i18n/preparation.ts";
import { Button, Check, Dialog, Field, SelectField } from "../../../ui/index.ts";
import styles from "./preparation.module.css";

const weekMs = 7 * 86_400_000;

/** Asks units for papers to an item; with `assignment`, changes what one unit is asked for. */
export function AssignDialog({
  session,
  board,
  assignment,
  onClose,
}: {
  session: string;
  board: Board;
  assignment?: AssignmentView;
  onClose: () => void;
}) {
  const t = useText(preparation);
  const app = useText(common).app;
  const api = useApi();
  const items = usePart("agenda")?.items ?? [];
  const { run, busy } = useDraftWork();
  const [itemId, setItemId] = useState(assignment?.itemId ?? items[0]?.itemId ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(assignment ? [assignment.unitId] : []);
  const [due, setDue] = useState(assignment?.due ?? dayOf(Date.now() + weekMs));
  const [note, setNote] = useState(assignment?.note ?? "");
  const [tried, setTried] = useState(false);
  const asked = new Set(board.assignments.filter(one => one.itemId === itemId).map(one => one.unitId));
  const badDue = due === "" || (due < dayOf(Date.now()) && due !== assignment?.due);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (chosen.length === 0 || badDue) return;
    const body = { due, ...(note.trim() && { note: note.trim() }) };
    const send = async () => {
      for (const unitId of chosen) {
        const path = { sessionId: session, itemId, unitId };
        await unwrap(api.PUT("/api/sessions/{sessionId}/preparation/{itemId}/{unitId}", { params: { path }, body }));
      }
    };
    if (await run("ask", send, assignment ? t.saved : t.board.asked)) onClose();
  };
  return (
    <Dialog
      title={assignment ? t.board.changeTitle : t.board.assignTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button tone="primary" type="submit" form="ask-units" busy={busy === "ask"}>
            {app.save}
          </Button>
        </>
      }
    >
      <form id="ask-units" className={styles.form} onSubmit={event => void save(event)}>
        {assignment ? (
          <p>
            <b>{assignment.unitName}</b>
            <br />
            {t.item(assignment.itemNumber ?? "-", assignment.itemTitle)}
          </p>
        ) : (
          <>
            <SelectField
              label={t.board.forItem}
              value={itemId}
              onChange={event => {
                setItemId(event.target.value);
                setChosen([]);
              }}
            >
              {items.map(item => (
                <option key={item.itemId} value={item.itemId}>
                  {item.number}. {item.title}
                </option>
              ))}
            </SelectField>
            <Units board={board} asked={asked} chosen={chosen} onChange={setChosen} />
            {tried && chosen.length === 0 && board.units.length > 0 && (
              <p className={styles.error} role="alert">
                {t.board.chooseUnit}
              </p>
            )}
          </>
        )}
        <Field
          label={t.board.dueDay}
          type="date"
          required
          value={due}
          error={tried && badDue ? t.board.badDue : undefined}
          onChange={event => setDue(event.target.value)}
        />
        <Field
          label={t.board.noteField}
          multiline
          rows={2}
          placeholder={t.board.notePlaceholder}
          value={note}
          maxLength={500}
          onChange={event => setNote(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

function Units({
  board,
  asked,
  chosen,
  onChange,
}: {
  board: Board;
  /** Units that are asked for this item already. */
  asked: ReadonlySet<string>;
  chosen: readonly string[];
  onChange: (units: string[]) => void;
}) {
  const t = useText(preparation).board;
  return (
    <fieldset className={styles.choices}>
      <legend>{t.units}</legend>
      {board.units.length === 0 && <p className={styles.meta}>{t.noUnits}</p>}
      {board.units.map(unit => (
        <Check
          key={unit.unitId}
          label={unit.name}
          hint={t.people(unit.preparers, unit.approvers)}
          disabled={asked.has(unit.unitId)}
          checked={chosen.includes(unit.unitId) || asked.has(unit.unitId)}
          onChange={event =>
            onChange(event.target.checked ? [...chosen, unit.unitId] : chosen.filter(one => one !== unit.unitId))
          }
        />
      ))}
    </fieldset>
  );
}
