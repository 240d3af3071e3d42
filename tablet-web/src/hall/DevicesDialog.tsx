import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../core/api.ts";
import { dayAndTime } from "../core/format.ts";
import { asProblem } from "../core/problem.ts";
import { useText } from "../i18n/language.ts";
import { pack } from "../i18n/pack.ts";
import { Button, ConfirmDialog, Dialog, ErrorState, Row, Rows, Skeleton, StateChip } from "../ui/index.ts";
import { useApi } from "./household.tsx";
import styles from "./PackMeter.module.css";
import { useTablet } from "./tablet.tsx";
import { useDeed } from "./useDeed.ts";

type Device = { deviceId: string; name: string; seenAt: number };

/** The devices that keep something of the person; a lost one is wiped from here. */
export default function DevicesDialog({ onClose }: { onClose: () => void }) {
  const t = useText(pack).devices;
  const api = useApi();
  const { deviceId } = useTablet();
  const [doomed, setDoomed] = useState<Device>();
  const found = useQuery({
    queryKey: ["devices"],
    queryFn: ({ signal }) => unwrap(api.GET("/api/me/devices", { signal })),
  });
  if (doomed) {
    const done = () => {
      setDoomed(undefined);
      void found.refetch();
    };
    return <WipeDialog device={doomed} onClose={() => setDoomed(undefined)} onDone={done} />;
  }
  return (
    <Dialog title={t.title} size="wide" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        {found.isPending && <Skeleton lines={3} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data?.devices.length === 0 && <p>{t.none}</p>}
        <Rows>
          {found.data?.devices.map(device => (
            <Row key={device.deviceId}>
              <span className={styles.title}>{device.name}</span>
              {device.deviceId === deviceId ? (
                <StateChip tone="info">{t.here}</StateChip>
              ) : (
                <Button icon="cross" aria-label={t.wipeOf(device.name)} onClick={() => setDoomed(device)}>
                  {t.wipe}
                </Button>
              )}
              <span className={`num ${styles.size}`}>{t.seen(dayAndTime(device.seenAt))}</span>
            </Row>
          ))}
        </Rows>
      </div>
    </Dialog>
  );
}

function WipeDialog({ device, onClose, onDone }: { device: Device; onClose: () => void; onDone: () => void }) {
  const t = useText(pack).devices;
  const api = useApi();
  const path = { deviceId: device.deviceId };
  const wipe = useDeed(() => unwrap(api.DELETE("/api/me/devices/{deviceId}", { params: { path } })), t.wiped, onDone);
  return (
    <ConfirmDialog
      title={t.wipeTitle(device.name)}
      action={t.wipe}
      busy={wipe.busy}
      onConfirm={wipe.run}
      onClose={onClose}
    >
      <p>{t.wipeText}</p>
    </ConfirmDialog>
  );
}
