import type { DraftView } from "../core/schemas.ts";
import { common } from "../i18n/common.ts";
import { useText } from "../i18n/language.ts";
import { useOpenReadable } from "./reading.tsx";

/** Opens a draft over the screen, in the reader that the delegates have. */
export function useOpenDraft(): (draft: DraftView) => void {
  const open = useOpenReadable();
  const words = useText(common);
  return draft =>
    open({
      id: draft.draftId,
      title: draft.title,
      subtitle: [words.paperKind[draft.kind], draft.number].filter(Boolean).join(" · "),
      path: `drafts/${draft.draftId}/content?revision=${draft.revision}`,
      bytes: draft.bytes,
    });
}
