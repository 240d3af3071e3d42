import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, useEffect, useState } from "react";
import { Link, Route, Switch } from "wouter";
import { unwrap } from "../../core/api.ts";
import { asProblem } from "../../core/problem.ts";
import type { PaperOptions, Unit } from "../../core/schemas.ts";
import { AccountMenu, useApi, useSignedIn } from "../../hall/index.ts";
import { common } from "../../i18n/common.ts";
import { joined } from "../../i18n/joined.ts";
import { useText } from "../../i18n/language.ts";
import { rules } from "../../i18n/rules.ts";
import { unitAdmin } from "../../i18n/unit-admin.ts";
import {
  AppHeader,
  Button,
  Check,
  EmptyState,
  ErrorState,
  HeaderLink,
  Icon,
  ProblemLine,
  SelectField,
  Skeleton,
  useToast,
} from "../../ui/index.ts";
import styles from "./admin.module.css";

const JoinedServers = lazy(() => import("./joined/index.tsx"));
const Rules = lazy(() => import("./rules/index.tsx"));

/** What the administrator of a unit decides; the rules of a body have a page of their own. */
export default function Admin() {
  return (
    <Switch>
      <Route path="/admin/joined">
        <JoinedServers />
      </Route>
      <Route path="/admin/rules/:body">{params => <Rules key={params.body} body={params.body} />}</Route>
      <Route>
        <Overview />
      </Route>
    </Switch>
  );
}

function Overview() {
  const t = useText(unitAdmin);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className={styles.page}>
      <AppHeader title={t.title} subtitle={t.subtitle} leading={<HeaderLink href="/" label={t.back} />}>
        <AccountMenu />
      </AppHeader>
      <main className={styles.main}>
        <Units />
        {useSignedIn()?.systemAdmin && <JoinedCard />}
      </main>
    </div>
  );
}

/** The way to the servers above and below, for the administrator of the system. */
function JoinedCard() {
  const t = useText(joined);
  return (
    <section className={styles.card} aria-labelledby="joined-servers">
      <h2 id="joined-servers" className={styles.heading}>
        {t.title}
      </h2>
      <p className={styles.note}>{t.card}</p>
      <ul className={styles.bodies}>
        <li>
          <Link href="/admin/joined" className={styles.body}>
            <Icon name="share" />
            <span>{t.open}</span>
            <Icon name="next" />
          </Link>
        </li>
      </ul>
    </section>
  );
}

function Units() {
  const t = useText(unitAdmin);
  const api = useApi();
  const units = useQuery({
    queryKey: ["units"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/units", { signal })),
  });
  const [chosen, setChosen] = useState<string>();
  if (units.error && !units.data)
    return <ErrorState problem={asProblem(units.error)} onRetry={() => void units.refetch()} />;
  if (!units.data) return <Skeleton lines={6} />;
  const unit = units.data.find(one => one.unitId === chosen) ?? units.data[0];
  if (!unit) {
    return (
      <EmptyState icon="users" title={t.none}>
        {t.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <SelectField label={t.unit} value={unit.unitId} onChange={event => setChosen(event.target.value)}>
        {units.data.map(one => (
          <option key={one.unitId} value={one.unitId}>
            {one.name}
          </option>
        ))}
      </SelectField>
      <Bodies key={`${unit.unitId} bodies`} unit={unit} />
      <Options key={unit.unitId} unit={unit} />
    </>
  );
}

/** The unit's councils and committees, each with the way to its rules. */
function Bodies({ unit }: { unit: Unit }) {
  const t = useText(rules);
  const api = useApi();
  const path = { unitId: unit.unitId };
  const bodies = useQuery({
    queryKey: ["unit-bodies", unit.unitId],
    queryFn: ({ signal }) => unwrap(api.GET("/api/units/{unitId}/bodies", { params: { path }, signal })),
  });
  if (bodies.error && !bodies.data)
    return <ErrorState problem={asProblem(bodies.error)} onRetry={() => void bodies.refetch()} />;
  if (!bodies.data) return <Skeleton lines={2} />;
  return (
    <section className={styles.card} aria-labelledby="unit-bodies">
      <h2 id="unit-bodies" className={styles.heading}>
        {t.card}
      </h2>
      <p className={styles.note}>{bodies.data.length === 0 ? t.noBodies : t.cardNote}</p>
      {bodies.data.length > 0 && (
        <ul className={styles.bodies}>
          {bodies.data.map(body => (
            <li key={body.bodyId}>
              <Link href={`/admin/rules/${body.bodyId}`} className={styles.body} aria-label={t.open(body.name)}>
                <Icon name="gavel" />
                <span>{body.name}</span>
                <Icon name="next" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Options({ unit }: { unit: Unit }) {
  const api = useApi();
  const path = { unitId: unit.unitId };
  const options = useQuery({
    queryKey: ["unit-options", unit.unitId],
    queryFn: ({ signal }) => unwrap(api.GET("/api/units/{unitId}/paper-options", { params: { path }, signal })),
  });
  if (options.error && !options.data)
    return <ErrorState problem={asProblem(options.error)} onRetry={() => void options.refetch()} />;
  if (!options.data) return <Skeleton lines={4} />;
  return <Form key={`${options.data.watermark}/${options.data.confidential}`} unit={unit} start={options.data} />;
}

function Form({ unit, start }: { unit: Unit; start: PaperOptions }) {
  const t = useText(unitAdmin);
  const app = useText(common).app;
  const say = useToast();
  const api = useApi();
  const client = useQueryClient();
  const [watermark, setWatermark] = useState(start.watermark);
  const [confidential, setConfidential] = useState(start.confidential);
  const save = useMutation({
    mutationFn: () => {
      const body = { watermark, confidential };
      return unwrap(api.PUT("/api/units/{unitId}/paper-options", { params: { path: { unitId: unit.unitId } }, body }));
    },
    onSuccess: options => {
      client.setQueryData(["unit-options", unit.unitId], options);
      say(t.saved, "good");
    },
  });
  const changed = watermark !== start.watermark || confidential !== start.confidential;
  return (
    <section className={styles.card} aria-labelledby="paper-options">
      <h2 id="paper-options" className={styles.heading}>
        {t.papers}
      </h2>
      <Check
        label={t.watermark}
        hint={t.watermarkHint}
        checked={watermark}
        onChange={event => setWatermark(event.target.checked)}
      />
      <Check
        label={t.confidential}
        hint={t.confidentialHint}
        checked={confidential}
        onChange={event => setConfidential(event.target.checked)}
      />
      {save.error && <ProblemLine problem={asProblem(save.error)} />}
      <div className={styles.foot}>
        <span className={styles.note} role="status">
          {changed ? t.unsaved : t.audited}
        </span>
        <Button tone="primary" busy={save.isPending} disabled={!changed} onClick={() => save.mutate()}>
          {app.save}
        </Button>
      </div>
    </section>
  );
}
