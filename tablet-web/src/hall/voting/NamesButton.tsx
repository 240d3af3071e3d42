import { lazy, Suspense, useState } from "react";
import type { VoteView } from "../../core/schemas.ts";
import { ballot } from "../../i18n/ballot.ts";
import { useText } from "../../i18n/language.ts";
import { Button } from "../../ui/index.ts";

const NamesDialog = lazy(() => import("./NamesDialog.tsx"));

/** The way to who voted how; nothing where this audience is not given names. */
export function NamesButton({ vote }: { vote: VoteView }) {
  const t = useText(ballot).names;
  const [open, setOpen] = useState(false);
  if (!vote.ballots || vote.ballots.length === 0) return null;
  return (
    <>
      <Button tone="plain" icon="list" aria-label={t.openOf(vote.title)} onClick={() => setOpen(true)}>
        {t.open(vote.ballots.length)}
      </Button>
      <Suspense>{open && <NamesDialog vote={vote} ballots={vote.ballots} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
