import { lazy, Suspense, useState } from "react";
import { keys } from "../../../i18n/keys.ts";
import { useText } from "../../../i18n/language.ts";
import { Button } from "../../../ui/index.ts";
import { usePairedTablets } from "./usePairedTablets.ts";

const TabletsDialog = lazy(() => import("./TabletsDialog.tsx"));

/** How many delegates have a tablet that signs their ballots; a tap pairs and revokes. */
export function TabletsButton({ session }: { session: string }) {
  const t = useText(keys).desk;
  const people = usePairedTablets(session, 15_000).data?.people;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="lock" title={t.title} onClick={() => setOpen(true)}>
        {people ? t.summary(people.filter(one => one.keys.length > 0).length, people.length) : t.title}
      </Button>
      <Suspense>{open && <TabletsDialog session={session} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
