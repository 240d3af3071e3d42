import type { DraftView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { preparation } from "../../i18n/preparation.ts";
import { ReasonDialog } from "../../ui/ReasonDialog.tsx";

/** Why a paper goes back to its unit. */
export function RejectDialog({
  draft,
  busy,
  onReject,
  onClose,
}: {
  draft: DraftView;
  busy: boolean;
  onReject: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useText(preparation);
  return (
    <ReasonDialog
      title={t.rejectTitle}
      label={t.rejectReason}
      short={t.reasonShort}
      action={t.reject}
      busy={busy}
      onClose={onClose}
      onReason={onReject}
    >
      <p>{t.rejectText(draft.title)}</p>
    </ReasonDialog>
  );
}
