import { useEffect, useState } from "react";
import { byteSize } from "../core/format.ts";
import { PackFiles } from "../core/pack-files.ts";
import { useLang, useText } from "../i18n/language.ts";
import { pack } from "../i18n/pack.ts";
import { ConfirmDialog } from "../ui/index.ts";
import { useStore, useTablet, useWaiting } from "./tablet.tsx";

/** Asks when a sign-out would lose something on this device; otherwise signs out at once. */
export default function SignOutDialog({ onClose }: { onClose: () => void }) {
  const t = useText(pack).out;
  const lang = useLang();
  const tablet = useTablet();
  const store = useStore();
  const waiting = useWaiting().length;
  const [bytes, setBytes] = useState<number>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!store) return setBytes(0);
    void new PackFiles(store).bytes().then(setBytes, () => setBytes(0));
  }, [store]);
  const nothing = bytes === 0 && waiting === 0;
  useEffect(() => {
    if (nothing) void tablet.signOut();
  }, [nothing, tablet]);
  if (bytes === undefined || nothing) return null;
  return (
    <ConfirmDialog
      title={t.title}
      action={t.action}
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true);
        void tablet.signOut();
      }}
    >
      {bytes > 0 && <p>{t.keeps(byteSize(bytes, lang))}</p>}
      {waiting > 0 && (
        <p>
          <b>{t.waiting(waiting)}</b>
        </p>
      )}
    </ConfirmDialog>
  );
}
