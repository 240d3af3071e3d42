import { useState } from "react";
import { clockTime } from "../../core/format.ts";
import type { ItemView } from "../../core/schemas.ts";
import { useText } from "../../i18n/language.ts";
import { opinions as texts } from "../../i18n/opinions.ts";
import { Button, StateChip } from "../../ui/index.ts";
import { useMe, usePart } from "../live.tsx";
import { OpinionDialog } from "./OpinionDialog.tsx";
import styles from "./opinions.module.css";
import { useOpinions } from "./useOpinions.ts";

/** A delegate's opinion on an item: whether it was given, and the way to give or change it. */
export default function OpinionLine(about: { session: string; item: ItemView }) {
  return useMe()?.delegate ? <OwnOpinion {...about} /> : null;
}

function OwnOpinion({ session, item }: { session: string; item: ItemView }) {
  const t = useText(texts);
  const opinions = useOpinions(session);
  const done = usePart("now")?.done.includes(item.itemId);
  const ended = usePart("session")?.state === "ENDED";
  const [writing, setWriting] = useState(false);
  const own = opinions.own(item.itemId);
  const waiting = opinions.waiting(item.itemId);
  const closed = done || ended;
  if (closed && !own && !waiting) return null;
  const stance = waiting?.data.stance ?? own?.stance;
  return (
    <div className={styles.line}>
      {!closed && (
        <Button
          icon="edit"
          onClick={() => setWriting(true)}
          aria-label={`${own || waiting ? t.change : t.give}: ${item.title}`}
        >
          {own || waiting ? t.change : t.give}
        </Button>
      )}
      {waiting ? (
        <StateChip tone="warn" icon="clock">
          {t.waiting(clockTime(waiting.at))}
        </StateChip>
      ) : (
        own &&
        stance && (
          <StateChip tone="good" icon="check">
            {t.given(t.stances[stance], clockTime(own.at))}
          </StateChip>
        )
      )}
      {own?.late && !waiting && <StateChip tone="neutral">{t.late}</StateChip>}
      {writing && (
        <OpinionDialog
          session={session}
          item={item}
          before={waiting?.data ?? own}
          onGive={opinions.give}
          onClose={() => setWriting(false)}
        />
      )}
    </div>
  );
}
