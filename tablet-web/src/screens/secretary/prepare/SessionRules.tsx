import { useMutation, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { localDate } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import { asProblem } from "../../../core/problem.ts";
import type { RuleSet, SessionView } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { secretary } from "../../../i18n/secretary.ts";
import { Button, ConfirmDialog, ProblemLine, useToast } from "../../../ui/index.ts";
import styles from "./Information.module.css";

const RuleChanges = lazy(() => import("./RuleChanges.tsx"));

/** Says when newer rules hold for the body than the session was prepared with, and takes them until the session begins. */
export function NewerRules({ session }: { session: SessionView }) {
  const t = useText(secretary).info;
  const api = useApi();
  const [asking, setAsking] = useState(false);
  const { bodyId } = session;
  const early = session.state === "DRAFT" || session.state === "PUBLISHED";
  const newest = useQuery({
    queryKey: ["body-rules", bodyId, session.rules.version],
    queryFn: ({ signal }) => unwrap(api.GET("/api/bodies/{bodyId}/rules", { params: { path: { bodyId } }, signal })),
    enabled: early,
    staleTime: 0,
  });
  const rules = newest.data;
  if (!early || !rules || rules.version === session.rules.version) return null;
  return (
    <div className={styles.newer} role="status">
      <p>{t.newer(rules.version, localDate(rules.validFrom), session.rules.version)}</p>
      <Button icon="gavel" onClick={() => setAsking(true)}>
        {t.take(rules.version)}
      </Button>
      {asking && <TakeRules session={session} rules={rules} onClose={() => setAsking(false)} />}
    </div>
  );
}

function TakeRules({ session, rules, onClose }: { session: SessionView; rules: RuleSet; onClose: () => void }) {
  const t = useText(secretary).info;
  const say = useToast();
  const api = useApi();
  const [id] = useState(newId);
  const take = useMutation({
    mutationFn: () => {
      const params = { path: { sessionId: session.sessionId } };
      return unwrap(api.POST("/api/sessions/{sessionId}/rules", { params, body: { id, version: rules.version } }));
    },
    onSuccess: () => {
      say(t.taken(rules.version), "good");
      onClose();
    },
  });
  return (
    <ConfirmDialog
      title={t.takeTitle(rules.version)}
      action={t.take(rules.version)}
      tone="primary"
      busy={take.isPending}
      onConfirm={() => take.mutate()}
      onClose={onClose}
    >
      <p>{t.takeText}</p>
      <Suspense>
        <RuleChanges before={session.rules} after={rules} />
      </Suspense>
      {take.error && <ProblemLine problem={asProblem(take.error)} />}
    </ConfirmDialog>
  );
}
