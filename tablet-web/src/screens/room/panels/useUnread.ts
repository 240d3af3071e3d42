import { useEffect, useRef, useState } from "react";
import { useMe, usePart } from "../../../hall/index.ts";

/** How many messages of others have come since the chat was last on screen; what was there on entering counts as read. */
export function useUnread(shown: boolean): number {
  const messages = usePart("chat")?.messages;
  const me = useMe()?.personId;
  const [readTo, setReadTo] = useState<number>();
  const newest = messages?.at(-1)?.at ?? 0;
  const known = useRef(false);
  useEffect(() => {
    if (!messages) return;
    if (shown || !known.current) setReadTo(newest);
    known.current = true;
  }, [messages, newest, shown]);
  if (shown || readTo === undefined || !messages) return 0;
  return messages.filter(one => one.at > readTo && one.personId !== me && !one.removed).length;
}
