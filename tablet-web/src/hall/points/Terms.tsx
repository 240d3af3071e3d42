import { useState } from "react";
import type { PointsView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { points as texts } from "../../i18n/points.ts";
import { Button, Check, Dialog, Field } from "../../ui/index.ts";
import { CommandNote, useCommand } from "../index.ts";
import { LimitsDialog } from "./LimitsDialog.tsx";
import styles from "./points.module.css";

/** Whether a trial is required, and who hosts the video. */
export function Terms({ part, hosts }: { part: PointsView; hosts: boolean }) {
  const t = useText(texts);
  const require = useCommand("point.require-test");
  const host = useCommand("point.set-host");
  const [open, setOpen] = useState<"host" | "limits">();
  return (
    <div className={styles.terms}>
      <Check
        label={t.requireTest}
        hint={t.requireHint}
        checked={part.testRequired}
        disabled={require.busy}
        onChange={event => void require.send({ on: event.target.checked })}
      />
      <CommandNote command={require} quiet />
      <div className={styles.tools}>
        {part.limits && <Button onClick={() => setOpen("limits")}>{t.limits.title}</Button>}
        {part.external && <p>{t.externalBy(part.external.host)}</p>}
        {hosts &&
          (part.external ? (
            <Button busy={host.busy} onClick={() => void host.send({})}>
              {t.externalHere}
            </Button>
          ) : (
            <Button onClick={() => setOpen("host")}>{t.external}</Button>
          ))}
      </div>
      <CommandNote command={host} quiet />
      {open === "host" && <HostDialog onClose={() => setOpen(undefined)} />}
      {open === "limits" && part.limits && (
        <LimitsDialog limits={part.limits} required={part.testRequired} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

function HostDialog({ onClose }: { onClose: () => void }) {
  const t = useText(texts);
  const words = useText(common);
  const set = useCommand("point.set-host");
  const [host, setHost] = useState("");
  const [link, setLink] = useState("");
  const [note, setNote] = useState("");
  const save = async () => {
    const external = {
      host: host.trim(),
      ...(link.trim() && { link: link.trim() }),
      ...(note.trim() && { note: note.trim() }),
    };
    if (await set.send({ external })) onClose();
  };
  return (
    <Dialog
      title={t.external}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.app.cancel}</Button>
          <Button tone="primary" busy={set.busy} disabled={host.trim() === ""} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className={styles.terms}>
        <Field label={t.externalHost} value={host} maxLength={200} onChange={event => setHost(event.target.value)} />
        <Field
          label={t.externalLink}
          type="url"
          value={link}
          maxLength={500}
          onChange={event => setLink(event.target.value)}
        />
        <Field label={t.externalNote} value={note} maxLength={500} onChange={event => setNote(event.target.value)} />
        <CommandNote command={set} quiet />
      </div>
    </Dialog>
  );
}
