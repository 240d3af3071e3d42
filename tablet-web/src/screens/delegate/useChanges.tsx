import { lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { PaperView } from "../../core/schemas.ts";
import { useOpenings, usePaperFetch } from "../../hall/index.ts";
import { useText } from "../../i18n/language.ts";
import { reader } from "../../i18n/reader.ts";
import type { MenuEntry } from "../../ui/index.ts";

const ChangesDialog = lazy(() => import("../../features/reader/changes/ChangesDialog.tsx"));

type Version = { version: number; bytes: number; sha256: string };

const offered = 3;

/** The version one has read first, then the newest others. */
function choice<T extends Version>(earlier: readonly T[], read: number | undefined): T[] {
  const mine = earlier.filter(one => one.version === read);
  const others = earlier.filter(one => one.version !== read).toReversed();
  return [...mine, ...others].slice(0, offered);
}

/** Entries that compare the version on screen with earlier ones, the one that was read first, and the dialog one of them opens. */
export function useChanges(
  session: string,
  paper: PaperView,
  present: Version,
): { entries: readonly MenuEntry[]; dialog: ReactNode } {
  const t = useText(reader).changes;
  const [chosen, setChosen] = useState<Version>();
  const presentFetch = usePaperFetch(present.sha256);
  const chosenFetch = usePaperFetch(chosen?.sha256 ?? present.sha256);
  const { paperId } = paper;
  const { version, bytes } = present;
  const read = useOpenings()?.readBefore(paperId, present.version);
  const earlier = choice(
    (paper.earlier ?? []).filter(one => one.version < present.version),
    read,
  );
  const compared = useMemo(() => {
    const at = ({ version, bytes }: Omit<Version, "sha256">, fetch: typeof presentFetch) => ({
      version,
      source: { url: `/api/sessions/${session}/papers/${paperId}/content?version=${version}`, bytes, fetch },
    });
    return chosen && { before: at(chosen, chosenFetch), after: at({ version, bytes }, presentFetch) };
  }, [chosen, session, paperId, version, bytes, chosenFetch, presentFetch]);
  return {
    entries: earlier.map(one => ({
      id: `changes-${one.version}`,
      label: one.version === read ? t.sinceRead(one.version) : t.open(one.version),
      icon: "columns",
      onSelect: () => setChosen(one),
    })),
    dialog: compared && (
      <Suspense>
        <ChangesDialog {...compared} onClose={() => setChosen(undefined)} />
      </Suspense>
    ),
  };
}
