import { useState } from "react";
import { unwrap } from "../../../core/api.ts";
import { dayAndTime } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { JoinedServer } from "../../../core/schemas.ts";
import { useApi } from "../../../hall/index.ts";
import { useDeed } from "../../../hall/useDeed.ts";
import { common } from "../../../i18n/common.ts";
import { joined } from "../../../i18n/joined.ts";
import { useText } from "../../../i18n/language.ts";
import {
  Button,
  type ChipTone,
  ConfirmDialog,
  Dialog,
  Field,
  type IconName,
  ProblemLine,
  Row,
  Rows,
  StateChip,
  useToast,
} from "../../../ui/index.ts";
import admin from "../admin.module.css";
import styles from "./joined.module.css";

const look: Record<JoinedServer["state"], { tone: ChipTone; icon: IconName }> = {
  WAITING: { tone: "neutral", icon: "clock" },
  COMPARE: { tone: "warn", icon: "clock" },
  JOINED: { tone: "good", icon: "check" },
  REVOKED: { tone: "bad", icon: "cross" },
};

/** Servers below: how each stands, and what the administrator can do about it. */
export function Servers({ servers, onChanged }: { servers: readonly JoinedServer[]; onChanged: () => void }) {
  const t = useText(joined);
  return (
    <section className={admin.card} aria-labelledby="below">
      <h2 id="below" className={admin.heading}>
        {t.below}
      </h2>
      {servers.length === 0 ? (
        <p className={admin.note}>{t.none}</p>
      ) : (
        <Rows>
          {servers.map(server => (
            <Row key={server.fingerprint}>
              <Server server={server} onChanged={onChanged} />
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}

function Server({ server, onChanged }: { server: JoinedServer; onChanged: () => void }) {
  const t = useText(joined);
  const [asking, setAsking] = useState<"compare" | "revoke">();
  const close = () => setAsking(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const { tone, icon } = look[server.state];
  const seen = server.connected ? t.connected : server.seenAt ? t.seen(dayAndTime(server.seenAt)) : t.never;
  return (
    <>
      <div>
        <b>{server.unitName}</b>
        <p className={admin.note}>
          {seen} · {t.key(server.fingerprint.slice(0, 8))}
        </p>
      </div>
      <StateChip tone={tone} icon={icon}>
        {t.belowState[server.state]}
      </StateChip>
      {server.state !== "REVOKED" && (
        <div className={styles.deeds}>
          {server.state === "COMPARE" && (
            <Button tone="primary" aria-label={t.compareOf(server.unitName)} onClick={() => setAsking("compare")}>
              {t.compare}
            </Button>
          )}
          <Button aria-label={t.revokeOf(server.unitName)} onClick={() => setAsking("revoke")}>
            {t.revoke}
          </Button>
        </div>
      )}
      {asking === "compare" && <Compare server={server} onClose={close} onDone={done} />}
      {asking === "revoke" && <Revoke server={server} onClose={close} onDone={done} />}
    </>
  );
}

function Compare({ server, onClose, onDone }: { server: JoinedServer; onClose: () => void; onDone: () => void }) {
  const t = useText(joined);
  const words = useText(common);
  const api = useApi();
  const say = useToast();
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const digits = typed.replace(/\s/g, "");
  const good = /^\d{8}$/.test(digits);
  const send = async () => {
    if (!good) return;
    setBusy(true);
    setProblem(undefined);
    const path = { fingerprint: server.fingerprint };
    try {
      await unwrap(api.PUT("/api/joined/servers/{fingerprint}/confirmation", { params: { path }, body: { digits } }));
      say(t.confirmed, "good");
      onDone();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t.compareTitle(server.unitName)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={busy} disabled={!good} onClick={() => void send()}>
            {t.confirm}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t.compareText}</p>
        <Field
          label={t.compareField}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={typed}
          onChange={event => setTyped(event.target.value)}
        />
        {problem !== undefined && <ProblemLine problem={asProblem(problem)} />}
      </form>
    </Dialog>
  );
}

function Revoke({ server, onClose, onDone }: { server: JoinedServer; onClose: () => void; onDone: () => void }) {
  const t = useText(joined);
  const api = useApi();
  const path = { fingerprint: server.fingerprint };
  const send = useDeed(
    () => unwrap(api.DELETE("/api/joined/servers/{fingerprint}", { params: { path } })),
    t.revoked,
    onDone,
  );
  return (
    <ConfirmDialog
      title={t.revokeTitle(server.unitName)}
      action={t.revoke}
      busy={send.busy}
      onConfirm={send.run}
      onClose={onClose}
    >
      <p>{t.revokeText}</p>
    </ConfirmDialog>
  );
}
