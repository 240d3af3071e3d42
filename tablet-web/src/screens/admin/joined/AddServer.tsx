import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { asProblem } from "../../../core/problem.ts";
import { useApi } from "../../../hall/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { useText } from "../../../i18n/language.ts";
import { Button, ErrorState, Field, ProblemLine, SelectField, useToast } from "../../../ui/index.ts";
import admin from "../admin.module.css";
import styles from "./joined.module.css";

/** The key of a server below, as its administrator has sent it, and the unit for which it stands. */
export function AddServer({ onAdded }: { onAdded: () => void }) {
  const t = useText(joined);
  const api = useApi();
  const say = useToast();
  const [key, setKey] = useState("");
  const [unitId, setUnit] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const units = useQuery({
    queryKey: ["units"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/units", { signal })),
  });
  const fingerprint = key.replace(/\s/g, "").toLowerCase();
  const good = /^[0-9a-f]{64}$/.test(fingerprint);
  const add = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await unwrap(api.POST("/api/joined/servers", { body: { fingerprint, unitId } }));
      say(t.added, "good");
      setKey("");
      setUnit("");
      onAdded();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={admin.card} aria-labelledby="add-server">
      <h2 id="add-server" className={admin.heading}>
        {t.add}
      </h2>
      <p className={admin.note}>{t.addText}</p>
      {units.error && !units.data && (
        <ErrorState problem={asProblem(units.error)} onRetry={() => void units.refetch()} />
      )}
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          if (good && unitId) void add();
        }}
      >
        <Field
          label={t.keyField}
          hint={t.keyHint}
          error={key.trim() !== "" && !good ? t.badKey : undefined}
          multiline
          rows={2}
          autoComplete="off"
          spellCheck={false}
          value={key}
          onChange={event => setKey(event.target.value)}
        />
        <SelectField label={t.unit} value={unitId} onChange={event => setUnit(event.target.value)}>
          <option value="">{t.choose}</option>
          {units.data?.map(one => (
            <option key={one.unitId} value={one.unitId}>
              {one.name}
            </option>
          ))}
        </SelectField>
        {problem !== undefined && <ProblemLine problem={asProblem(problem)} />}
        <div className={styles.deeds}>
          <Button tone="primary" type="submit" busy={busy} disabled={!good || !unitId}>
            {t.add}
          </Button>
        </div>
      </form>
    </section>
  );
}
