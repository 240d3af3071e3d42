import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { unwrap } from "../../core/api.ts";
import { newId } from "../../core/ids.ts";
import { asProblem } from "../../core/problem.ts";
import type { SubstituteSeat } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { substitutes } from "../../i18n/substitutes.ts";
import { Button, Dialog, ErrorState, SelectField, Skeleton } from "../../ui/index.ts";
import { useApi } from "../household.tsx";
import { usePart, useSessionHere } from "../live.tsx";
import { useDeed } from "../useDeed.ts";
import styles from "./substitutes.module.css";

/** Chooses one of the body's guests to attend in an absent member's place. */
export default function SendDialog({
  sittingId,
  member,
  sent,
  onClose,
}: {
  sittingId: string;
  member: { personId: string; name: string };
  sent: SubstituteSeat | undefined;
  onClose: () => void;
}) {
  const t = useText(substitutes);
  const words = useText(common).app;
  const api = useApi();
  const session = useSessionHere() ?? "";
  const votes = usePart("session")?.rules.ballots.substitutesVote ?? false;
  const [chosen, setChosen] = useState(sent?.personId ?? "");
  const [id] = useState(newId);
  const found = useQuery({
    queryKey: ["guests", session],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/sessions/{sessionId}/guests", { params: { path: { sessionId: session } }, signal })),
  });
  const guests = found.data?.guests ?? [];
  const person = guests.find(one => one.personId === chosen);
  const path = { sessionId: session, sittingId, personId: member.personId };
  const send = useDeed(
    () =>
      unwrap(
        api.PUT("/api/sessions/{sessionId}/sittings/{sittingId}/substitutes/{personId}", {
          params: { path },
          body: { id: `${id}-${chosen}`.slice(0, 64), substituteId: chosen },
        }),
      ),
    t.sent(person?.name ?? ""),
    onClose,
  );
  return (
    <Dialog
      title={t.sendFor(member.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button tone="primary" busy={send.busy} disabled={!person} onClick={send.run}>
            {person ? t.action(person.name) : t.pick}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t.intro(votes)}</p>
        {found.isPending && <Skeleton lines={2} />}
        {found.error && <ErrorState problem={asProblem(found.error)} onRetry={() => void found.refetch()} />}
        {found.data && guests.length === 0 && <p>{t.none}</p>}
        {guests.length > 0 && (
          <SelectField label={t.who} value={chosen} onChange={event => setChosen(event.target.value)}>
            <option value="">{t.choose}</option>
            {guests.map(one => (
              <option key={one.personId} value={one.personId}>
                {one.title ? `${one.name}, ${one.title}` : one.name}
              </option>
            ))}
          </SelectField>
        )}
      </div>
    </Dialog>
  );
}
