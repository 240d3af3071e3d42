import { lazy, type ReactNode, Suspense, useState } from "react";
import type { PaperView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { reader } from "../../i18n/reader.ts";
import type { MenuEntry } from "../../ui/index.ts";

const FactsDialog = lazy(() => import("../../features/papers/FactsDialog.tsx"));

/** The entry that tells all about a paper, and the dialog it opens. */
export function useFacts(paper: PaperView): { entry: MenuEntry; dialog: ReactNode } {
  const t = useText(reader);
  const [open, setOpen] = useState(false);
  return {
    entry: { id: "facts", label: t.facts, icon: "info", onSelect: () => setOpen(true) },
    dialog: open && (
      <Suspense>
        <FactsDialog paper={paper} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
