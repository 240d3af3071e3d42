import type { OwnBallot, VoteView } from "../../core/schemas.ts";
import { ballot as catalogue } from "../../i18n/ballot.ts";
import { useText } from "../../i18n/language.ts";
import { NamesButton } from "./NamesButton.tsx";
import { useReceipts } from "./useReceipts.ts";
import styles from "./voting.module.css";

/** Below a result on a delegate's tablet: the receipt of the own ballot, and who voted how. */
export default function OutcomeMore({ vote, ballot }: { vote: VoteView; ballot: OwnBallot | undefined }) {
  const t = useText(catalogue);
  const receipt = useReceipts(ballot ? [ballot] : [])[vote.voteId];
  return (
    <>
      {ballot?.seq !== undefined && <p className={`num ${styles.quiet}`}>{t.receipt(ballot.seq, receipt?.code)}</p>}
      <NamesButton vote={vote} />
    </>
  );
}
