import { useLocation } from "wouter";
import { useText } from "../../i18n/language.ts";
import { secretary } from "../../i18n/secretary.ts";
import { ConfirmDialog } from "../../ui/index.ts";
import type { Uploads } from "./uploads.ts";
import { useWhileUploading } from "./useWhileUploading.ts";

/** Asks who leaves the desk while files are on their way; nothing otherwise. */
export function LeaveQuestion({ uploads, within }: { uploads: Uploads; within: string }) {
  const t = useText(secretary).papers;
  const [, go] = useLocation();
  const { leavingTo, stay } = useWhileUploading(uploads, within);
  if (leavingTo === undefined) return null;
  const leave = () => {
    uploads.pauseAll();
    stay();
    setTimeout(() => go(leavingTo)); // once nobody holds the page any more
  };
  return (
    <ConfirmDialog title={t.leaveTitle} action={t.leave} onClose={stay} onConfirm={leave}>
      <p>{t.leaveText}</p>
    </ConfirmDialog>
  );
}
