import type { VoteView } from "../../core/schemas.ts";
import { common } from "../../i18n/common.ts";
import { useText } from "../../i18n/language.ts";
import { shareInWords } from "../../i18n/rule.ts";
import { secretary } from "../../i18n/secretary.ts";
import { Segmented, Voters } from "../../ui/index.ts";
import { usePart } from "../index.ts";

/** Units that somebody answers for now. */
export function usePlaces(): number {
  return usePart("points")?.places.filter(place => place.personId !== undefined).length ?? 0;
}

/** Members or units, where the matter's rule and the session allow both; nothing otherwise. */
export function WhoIsAsked({
  vote,
  units,
  onChange,
}: {
  vote: Pick<VoteView, "askable">;
  units: boolean;
  onChange: (units: boolean) => void;
}) {
  const t = useText(secretary).vote;
  const places = usePlaces();
  if (!vote.askable || places === 0) return null;
  return (
    <Segmented
      label={t.asked}
      options={[
        { id: "members", label: t.askMembers },
        { id: "units", label: t.askUnits },
      ]}
      value={units ? "units" : "members"}
      onChange={id => onChange(id === "units")}
    />
  );
}

/** How many units are asked and what decides. */
export function UnitsAsked({ vote }: { vote: Pick<VoteView, "rule"> }) {
  const t = useText(secretary).vote;
  return (
    <>
      <p>{t.openToUnits(usePlaces())}</p>
      <Voters vote={{ byUnits: true }}>
        <VoteRule vote={vote} />
      </Voters>
    </>
  );
}

export function VoteRule({ vote }: { vote: Pick<VoteView, "rule"> }) {
  const t = useText(secretary).vote;
  const words = useText(common);
  return <p>{t.rule(shareInWords(vote.rule, words))}</p>;
}
