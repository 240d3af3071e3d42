import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { dayAndTime } from "../../core/format.ts";
import { asProblem } from "../../core/problem.ts";
import type { PackReadiness } from "../../core/schemas.ts";
import { useApi } from "../../hall/index.ts";
import { useDeed } from "../../hall/useDeed.ts";
import { useText } from "../../i18n/language.ts";
import { pack } from "../../i18n/pack.ts";
import { Button, Check, ConfirmDialog, Dialog, ErrorState, Row, Rows, Skeleton, StateChip } from "../../ui/index.ts";
import styles from "./Readiness.module.css";

type Person = PackReadiness["people"][number];
type Device = Person["devices"][number];

/** How many delegates have all their papers on a device; a tap shows who misses what. */
export function ReadinessButton({ session }: { session: string }) {
  const t = useText(pack).readiness;
  const found = useReadiness(session);
  const [open, setOpen] = useState(false);
  const people = found.data?.people ?? [];
  return (
    <>
      <Button icon="down" title={t.title} onClick={() => setOpen(true)}>
        {found.data ? t.summary(people.filter(one => one.ready).length, people.length) : t.title}
      </Button>
      {open && <ReadinessDialog session={session} found={found} onClose={() => setOpen(false)} />}
    </>
  );
}

function useReadiness(session: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["pack", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/pack", { params: { path: { sessionId: session } }, signal })),
    refetchInterval: 15_000,
  });
}

function ReadinessDialog({
  session,
  found,
  onClose,
}: {
  session: string;
  found: ReturnType<typeof useReadiness>;
  onClose: () => void;
}) {
  const t = useText(pack).readiness;
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [doomed, setDoomed] = useState<{ person: Person; device: Device }>();
  if (doomed) {
    const done = () => {
      setDoomed(undefined);
      void found.refetch();
    };
    return <WipeDialog session={session} {...doomed} onClose={() => setDoomed(undefined)} onDone={done} />;
  }
  const people = found.data?.people ?? [];
  const shown = onlyMissing ? people.filter(one => !one.ready) : people;
  return (
    <Dialog title={t.title} size="wide" onClose={onClose}>
      <div className={styles.body}>
        {found.isPending && <Skeleton lines={6} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && (
          <>
            <Summary people={people} />
            <Check
              label={t.onlyMissing}
              checked={onlyMissing}
              onChange={event => setOnlyMissing(event.target.checked)}
            />
            {shown.length === 0 && <p>{t.all}</p>}
            {shown.length > 0 && (
              <Rows>
                {shown.map(person => (
                  <PersonRow key={person.personId} person={person} onWipe={device => setDoomed({ person, device })} />
                ))}
              </Rows>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Who can work without a network, and what the others lack. */
function Summary({ people }: { people: readonly Person[] }) {
  const t = useText(pack).readiness;
  const complete = people.filter(one => one.complete).length;
  const ready = people.filter(one => one.ready).length;
  return (
    <div className={styles.summary}>
      <p className={styles.figures}>
        <StateChip tone={ready === people.length ? "good" : "info"}>{t.summary(ready, people.length)}</StateChip>
        <StateChip>{t.complete(complete, people.length)}</StateChip>
        {complete > ready && <StateChip tone="warn">{t.withoutPin(complete - ready)}</StateChip>}
      </p>
      <p className={styles.meta}>{t.explain}</p>
    </div>
  );
}

function PersonRow({ person, onWipe }: { person: Person; onWipe: (device: Device) => void }) {
  const t = useText(pack).readiness;
  const best = Math.max(0, ...person.devices.filter(one => one.at !== undefined).map(one => one.held));
  const tried = person.devices.some(one => one.at !== undefined);
  return (
    <Row>
      <span>
        {person.name} <span className={styles.meta}>{[person.group, person.seat].filter(Boolean).join(" · ")}</span>
      </span>
      {person.complete ? (
        <span className={styles.figures}>
          <StateChip tone="good" icon="check">
            {t.ready}
          </StateChip>
          {!person.ready && (
            <StateChip tone="warn" icon="warning">
              {t.noPin}
            </StateChip>
          )}
        </span>
      ) : (
        <StateChip tone={tried ? "warn" : "neutral"} icon={tried ? "clock" : "ring"}>
          {tried ? t.missing(person.papers - best, person.papers) : t.never}
        </StateChip>
      )}
      {person.devices.length > 0 && (
        <ul className={styles.devices}>
          {person.devices.map(device => (
            <DeviceRow key={device.deviceId} person={person} device={device} onWipe={() => onWipe(device)} />
          ))}
        </ul>
      )}
    </Row>
  );
}

function DeviceRow({ person, device, onWipe }: { person: Person; device: Device; onWipe: () => void }) {
  const t = useText(pack).readiness;
  const partly = device.at !== undefined && device.missing.length > 0;
  return (
    <li className={styles.device}>
      <span className={styles.meta}>
        {device.name} ·{" "}
        <span className="num">
          {device.held}/{person.papers} · {t.seen(dayAndTime(device.seenAt))}
        </span>
      </span>
      <Button tone="plain" icon="cross" aria-label={t.wipeOf(device.name, person.name)} onClick={onWipe}>
        {t.wipe}
      </Button>
      {partly && (
        <ul className={styles.missing} lang="vi">
          {device.missing.map(title => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function WipeDialog({
  session,
  person,
  device,
  onClose,
  onDone,
}: {
  session: string;
  person: Person;
  device: Device;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useText(pack).readiness;
  const api = useApi();
  const path = { sessionId: session, personId: person.personId, deviceId: device.deviceId };
  const end = useDeed(
    () => unwrap(api.DELETE("/api/sessions/{sessionId}/pack/{personId}/{deviceId}", { params: { path } })),
    t.wiped,
    onDone,
  );
  return (
    <ConfirmDialog title={t.wipeTitle} action={t.wipe} busy={end.busy} onConfirm={end.run} onClose={onClose}>
      <p>{t.wipeText(device.name, person.name)}</p>
    </ConfirmDialog>
  );
}
