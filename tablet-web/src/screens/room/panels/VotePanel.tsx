import type { VoteView } from "../../../core/schemas.ts";
import { OpenVote } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { PanelHead } from "./PanelHead.tsx";
import styles from "./panels.module.css";

/** The open vote beside the pictures: one votes without leaving the room. */
export function VotePanel({ vote, onClose }: { vote: VoteView; onClose: () => void }) {
  const t = useText(catalogue).vote;
  return (
    <>
      <PanelHead title={t.title} onClose={onClose} />
      <div className={styles.vote}>
        <OpenVote vote={vote} />
      </div>
    </>
  );
}
