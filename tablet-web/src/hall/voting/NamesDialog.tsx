import { useState } from "react";
import { fold } from "../../core/format.ts";
import type { Choice, VoteView } from "../../core/schemas.ts";
import { choicesOf, iconOf, labelOf } from "../../features/vote/index.ts";
import { ballot as catalogue } from "../../i18n/ballot.ts";
import { useText } from "../../i18n/language.ts";
import { Dialog, Field, Icon, Row, Rows, StateChip } from "../../ui/index.ts";
import styles from "./voting.module.css";

type Ballot = NonNullable<VoteView["ballots"]>[number];
type Which = Choice | "ALL" | "HAND";

/** Who voted how on one vote, and how each ballot came: signed by the tablet, or entered by hand by two clerks. */
export default function NamesDialog({
  vote,
  ballots,
  onClose,
}: {
  vote: VoteView;
  ballots: readonly Ballot[];
  onClose: () => void;
}) {
  const t = useText(catalogue).names;
  const [which, setWhich] = useState<Which>("ALL");
  const [typed, setTyped] = useState("");
  const fits = (one: Ballot, by: Which) =>
    by === "ALL" || (by === "HAND" ? one.byHand !== undefined : one.choice === by);
  const shown = ballots.filter(one => fits(one, which) && fold(one.name).includes(fold(typed)));
  const filters: readonly { id: Which; label: string }[] = [
    { id: "ALL", label: t.all },
    ...choicesOf(vote).map(({ choice, label }) => ({ id: choice, label })),
    { id: "HAND" as const, label: t.byHand },
  ];
  return (
    <Dialog title={t.title} size="wide" onClose={onClose}>
      <div className={styles.form}>
        <p lang="vi">{vote.title}</p>
        <Field label={t.find} type="search" value={typed} onChange={event => setTyped(event.target.value)} />
        <fieldset className={styles.options}>
          <legend className="visually-hidden">{t.show}</legend>
          {filters.map(({ id, label }) => (
            <label key={id} className={styles.option}>
              <input type="radio" name="which" checked={which === id} onChange={() => setWhich(id)} />
              <span>
                {label} <span className="num">{ballots.filter(one => fits(one, id)).length}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {shown.length === 0 ? (
          <p>{t.nobody}</p>
        ) : (
          <Rows>
            {shown.map(one => (
              <Row key={one.personId}>
                <span>
                  <span lang="vi">{one.name}</span> <Mark ballot={one} />
                  {one.byHand && (
                    <span className={styles.hand}>
                      {t.hand(one.byHand.clerkName, one.byHand.countersignerName, one.byHand.reason)}
                    </span>
                  )}
                </span>
                <span className={styles.choice}>
                  <Icon name={iconOf[one.choice]} size={20} /> {labelOf(vote, one.choice)}
                </span>
              </Row>
            ))}
          </Rows>
        )}
      </div>
    </Dialog>
  );
}

function Mark({ ballot }: { ballot: Ballot }) {
  const t = useText(catalogue).names;
  if (ballot.byHand) {
    return (
      <StateChip tone="warn" icon="user">
        {t.byHand}
      </StateChip>
    );
  }
  return ballot.signed ? (
    <StateChip tone="good" icon="lock">
      {t.signed}
    </StateChip>
  ) : null;
}
