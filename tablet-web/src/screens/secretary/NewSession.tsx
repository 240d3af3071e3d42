import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { Me, SessionKind, SessionSummary } from "../../core/schemas.ts";
import { useApi, useSignedIn } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Button, Dialog, Field, ProblemLine, SelectField } from "../../ui/index.ts";
import styles from "./NewSession.module.css";

const kinds: readonly SessionKind[] = ["REGULAR", "THEMATIC", "EXTRAORDINARY"];
type Body = Me["bodies"][number];

/** The session list's button for secretaries; nothing for everyone else. */
export default function NewSession() {
  const t = useText(secretary).fresh;
  const me = useSignedIn();
  const [open, setOpen] = useState(false);
  const bodies = me?.bodies.filter(body => body.roles.includes("SECRETARY")) ?? [];
  const [first] = bodies;
  if (!first) return null;
  return (
    <>
      <Button tone="primary" icon="plus" onClick={() => setOpen(true)}>
        {t.open}
      </Button>
      {open && <NewSessionDialog bodies={bodies} first={first} onClose={() => setOpen(false)} />}
    </>
  );
}

function NewSessionDialog({ bodies, first, onClose }: { bodies: readonly Body[]; first: Body; onClose: () => void }) {
  const t = useText(secretary).fresh;
  const words = useText(common);
  const [sessionId] = useState(newId);
  const [bodyId, setBodyId] = useState(first.bodyId);
  const earlier = useEarlier(bodyId);
  const next = Math.min(999, Math.max(0, ...earlier.map(one => one.number)) + 1);
  const [number, setNumber] = useState<string>();
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<SessionKind>("REGULAR");
  const [cloneFrom, setCloneFrom] = useState("");
  const [tried, setTried] = useState(false);
  const body = bodies.find(one => one.bodyId === bodyId) ?? first;
  const typedNumber = number ?? String(next);
  const numberGood = /^\d{1,3}$/.test(typedNumber) && Number(typedNumber) >= 1;
  const create = usePrepare();
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === "" || !numberGood || create.isPending) return;
    create.mutate({
      sessionId,
      bodyId,
      title: title.trim(),
      number: Number(typedNumber),
      kind,
      ...(cloneFrom && { cloneFrom }),
    });
  };
  return (
    <Dialog
      title={t.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" type="submit" form="new-session" busy={create.isPending}>
            {cloneFrom ? t.clone : t.create}
          </Button>
        </>
      }
    >
      <form id="new-session" className={styles.form} noValidate onSubmit={save}>
        {bodies.length > 1 && (
          <SelectField
            label={t.body}
            value={bodyId}
            onChange={event => {
              setBodyId(event.target.value);
              setCloneFrom("");
            }}
          >
            {bodies.map(one => (
              <option key={one.bodyId} value={one.bodyId}>
                {one.bodyName} · {one.unitName}
              </option>
            ))}
          </SelectField>
        )}
        <Field
          label={t.name}
          placeholder={t.namePlaceholder(Number(typedNumber) || next, body.bodyName)}
          value={title}
          maxLength={300}
          error={tried && title.trim() === "" ? words.app.required : undefined}
          onChange={event => setTitle(event.target.value)}
        />
        <div className={styles.pair}>
          <Field
            label={t.number}
            inputMode="numeric"
            value={typedNumber}
            error={tried && !numberGood ? t.badNumber : undefined}
            onChange={event => setNumber(event.target.value.trim())}
          />
          <SelectField label={t.kind} value={kind} onChange={event => setKind(event.target.value as SessionKind)}>
            {kinds.map(one => (
              <option key={one} value={one}>
                {words.sessionKind[one]}
              </option>
            ))}
          </SelectField>
        </div>
        <SelectField
          label={t.from}
          hint={t.fromHint}
          value={cloneFrom}
          onChange={event => setCloneFrom(event.target.value)}
        >
          <option value="">{t.fromNone}</option>
          {earlier.map(session => (
            <option key={session.sessionId} value={session.sessionId}>
              {session.title}
            </option>
          ))}
        </SelectField>
        {create.error && <ProblemLine problem={asProblem(create.error)} />}
      </form>
    </Dialog>
  );
}

/** The body's sessions, newest first, to clone from. */
function useEarlier(bodyId: string): readonly SessionSummary[] {
  const api = useApi();
  const earlier = useQuery({
    queryKey: ["sessions", bodyId],
    queryFn: ({ signal }) => unwrap(api.GET("/api/sessions", { params: { query: { bodyId, limit: 50 } }, signal })),
  });
  return earlier.data?.sessions ?? [];
}

function usePrepare() {
  const api = useApi();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  return useMutation({
    mutationFn: (body: NewSessionBody) => unwrap(api.POST("/api/sessions", { body })),
    onSuccess: made => {
      void queries.invalidateQueries({ queryKey: ["sessions"] });
      navigate(`/sessions/${made.sessionId}/secretary`);
    },
  });
}

type NewSessionBody = {
  sessionId: string;
  bodyId: string;
  title: string;
  number: number;
  kind: SessionKind;
  cloneFrom?: string;
};
