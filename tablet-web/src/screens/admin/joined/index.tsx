import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { unwrap } from "../../../core/api.ts";
import { dayAndTime } from "../../../core/format.ts";
import { asProblem } from "../../../core/problem.ts";
import type { Joined } from "../../../core/schemas.ts";
import { AccountMenu, useApi } from "../../../hall/index.ts";
import { joined } from "../../../i18n/joined.ts";
import { useText } from "../../../i18n/language.ts";
import {
  AppHeader,
  Button,
  type ChipTone,
  ErrorState,
  HeaderLink,
  type IconName,
  Skeleton,
  StateChip,
  useToast,
} from "../../../ui/index.ts";
import admin from "../admin.module.css";
import { AddServer } from "./AddServer.tsx";
import styles from "./joined.module.css";
import { Servers } from "./Servers.tsx";

const lookMs = 3_000;

/** This server's key, how it stands with the server above, and the servers below. */
export default function JoinedServers() {
  const t = useText(joined);
  const api = useApi();
  const found = useQuery({
    queryKey: ["joined"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/joined", { signal })),
    refetchInterval: lookMs,
  });
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  const changed = () => void found.refetch();
  return (
    <div className={admin.page}>
      <AppHeader title={t.title} subtitle={t.subtitle} leading={<HeaderLink href="/admin" label={t.back} />}>
        <AccountMenu />
      </AppHeader>
      <main className={admin.main}>
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={changed} />}
        {found.isPending && <Skeleton lines={8} />}
        {found.data && (
          <>
            {found.data.above && <Above above={found.data.above} />}
            <Own fingerprint={found.data.fingerprint} />
            <Servers servers={found.data.servers} onChanged={changed} />
            <AddServer onAdded={changed} />
          </>
        )}
      </main>
    </div>
  );
}

function Own({ fingerprint }: { fingerprint: string }) {
  const t = useText(joined);
  const say = useToast();
  const copy = () =>
    navigator.clipboard.writeText(fingerprint).then(
      () => say(t.copied, "good"),
      () => say(t.notCopied, "bad"),
    );
  return (
    <section className={admin.card} aria-labelledby="own-key">
      <h2 id="own-key" className={admin.heading}>
        {t.own}
      </h2>
      <p className={styles.fingerprint}>{fingerprint.match(/.{4}/g)?.join(" ")}</p>
      <div className={admin.foot}>
        <span className={admin.note}>{t.ownText}</span>
        <Button icon="copy" onClick={() => void copy()}>
          {t.copy}
        </Button>
      </div>
    </section>
  );
}

type Above = NonNullable<Joined["above"]>;

const look: Record<Above["state"], { tone: ChipTone; icon: IconName }> = {
  UNREACHABLE: { tone: "bad", icon: "offline" },
  UNTRUSTED: { tone: "bad", icon: "warning" },
  STRANGER: { tone: "warn", icon: "lock" },
  COMPARE: { tone: "warn", icon: "clock" },
  JOINED: { tone: "good", icon: "check" },
};

function Above({ above }: { above: Above }) {
  const t = useText(joined);
  const { tone, icon } = look[above.state];
  return (
    <section className={admin.card} aria-labelledby="above">
      <div className={styles.bar}>
        <h2 id="above" className={admin.heading}>
          {t.above}
        </h2>
        <span role="status">
          <StateChip tone={tone} icon={icon}>
            {t.aboveState[above.state]}
          </StateChip>
        </span>
      </div>
      <p className={styles.address}>{above.address}</p>
      <p className={admin.note}>
        {[above.unitName && t.standsFor(above.unitName), t.since(dayAndTime(above.since))].filter(Boolean).join(" · ")}
      </p>
      {above.digits && (
        <p className={styles.digits}>
          <span className={admin.note}>{t.digits}</span>
          <b className="num">
            {above.digits.slice(0, 4)} {above.digits.slice(4)}
          </b>
        </p>
      )}
      <p>{t.aboveText[above.state]}</p>
    </section>
  );
}
