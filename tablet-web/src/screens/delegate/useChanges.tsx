import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { PaperView } from "../../core/schemas.ts";
import { useHousehold } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { reader } from "../../i18n/reader.ts";
import type { MenuEntry } from "../../ui/index.ts";

const ChangesDialog = lazy(() => import("../../features/reader/changes/ChangesDialog.tsx"));

type Version = { version: number; bytes: number };

const offered = 3;

/** Entries that compare the version on screen with earlier ones, the newest first, and the dialog one of them opens. */
export function useChanges(
  session: string,
  paper: PaperView,
  present: Version,
): { entries: readonly MenuEntry[]; dialog: ReactNode } {
  const t = useText(reader).changes;
  const { fetch } = useHousehold();
  const [chosen, setChosen] = useState<Version>();
  const earlier = (paper.earlier ?? []).filter(one => one.version < present.version).slice(-offered);
  const { paperId } = paper;
  const compared = useMemo(() => {
    const at = ({ version, bytes }: Version) => ({
      version,
      source: { url: `/api/sessions/${session}/papers/${paperId}/content?version=${version}`, bytes, fetch },
    });
    return chosen && { before: at(chosen), after: at({ version: present.version, bytes: present.bytes }) };
  }, [chosen, session, paperId, present.version, present.bytes, fetch]);
  return {
    entries: earlier.reverse().map(one => ({
      id: `changes-${one.version}`,
      label: t.open(one.version),
      icon: "columns",
      onSelect: () => setChosen({ version: one.version, bytes: one.bytes }),
    })),
    dialog: compared && (
      <Suspense>
        <ChangesDialog {...compared} onClose={() => setChosen(undefined)} />
      </Suspense>
    ),
  };
}
