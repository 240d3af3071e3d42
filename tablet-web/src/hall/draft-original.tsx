import type { DraftView } from "../core/schemas.ts";
import { useText } from "../i18n/language.ts";
import { office } from "../i18n/office.ts";
import { Button } from "../ui/index.ts";
import { draftOfficePath } from "./drafts.ts";
import { useSaveFile } from "./file.ts";

/** Saves the office file that a draft was made of; nothing for a draft that was a PDF. */
export function DraftOriginal({ draft }: { draft: DraftView }) {
  const t = useText(office);
  const { busy, save } = useSaveFile();
  const { original } = draft;
  if (!original) return null;
  return (
    <Button
      icon="download"
      busy={busy}
      aria-label={t.originalOf(original.fileName)}
      onClick={() => void save(draftOfficePath(draft, original.sha256), original.fileName)}
    >
      {t.original}
    </Button>
  );
}
