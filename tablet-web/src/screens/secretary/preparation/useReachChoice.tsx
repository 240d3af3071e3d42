import { type ReactNode, useState } from "react";
import type { Reach } from "../../../core/schemas.ts";
import { useText } from "../../../i18n/language.ts";
import { papers } from "../../../i18n/papers.ts";
import { Button } from "../../../ui/index.ts";
import { ReachDialog } from "../papers/ReachDialog.tsx";
import { useReachWords } from "../papers/useReachWords.ts";
import styles from "./preparation.module.css";

export interface ReachChoice {
  /** Absent: everyone. */
  reach: Reach | undefined;
  /** For whom, in words, with the way to change it. */
  line: ReactNode;
  /** Stands alone while one chooses. */
  dialog: ReactNode;
}

/** For whom papers will be, chosen inside of another dialog. */
export function useReachChoice(): ReachChoice {
  const t = useText(papers);
  const words = useReachWords();
  const [reach, setReach] = useState<Reach>();
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  const save = (chosen: Reach) => {
    setReach(chosen);
    close();
  };
  const line = (
    <p className={styles.reach}>
      <span>{words(reach)}</span>
      <Button icon="users" onClick={() => setChoosing(true)}>
        {t.changeFor}
      </Button>
    </p>
  );
  return { reach, line, dialog: choosing && <ReachDialog start={reach} busy={false} onSave={save} onClose={close} /> };
}
