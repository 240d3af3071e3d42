import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { clockTime } from "../../../core/format.ts";
import { newId } from "../../../core/ids.ts";
import type { ChatMessage } from "../../../core/schemas.ts";
import { CommandNote, useActions, useCommand, useMe, usePart } from "../../../hall/index.ts";
import { useText } from "../../../i18n/language.ts";
import { room as catalogue } from "../../../i18n/room.ts";
import { classes, EmptyState, IconButton } from "../../../ui/index.ts";
import { PanelHead } from "./PanelHead.tsx";
import styles from "./panels.module.css";

const longest = 500;
/** From here on one is told how much room is left. */
const nearEnd = 420;

/** What is written to all in the room. */
export function ChatPanel({ moderator, onClose }: { moderator: boolean; onClose: () => void }) {
  const t = useText(catalogue).chat;
  const chat = usePart("chat");
  const me = useMe()?.personId;
  const { run, busy, online } = useActions();
  const list = useRef<HTMLDivElement>(null);
  const messages = chat?.messages ?? [];
  const newest = messages.at(-1)?.messageId;
  useEffect(() => {
    if (newest && list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  return (
    <>
      <PanelHead title={t.title} onClose={onClose} />
      {!chat && <EmptyState icon="chat" title={t.none} />}
      {chat && messages.length === 0 && (
        <EmptyState icon="chat" title={t.empty}>
          {t.emptyText}
        </EmptyState>
      )}
      {messages.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <div className={styles.messages} ref={list} role="log" aria-label={t.title} tabIndex={0}>
          {messages.map((message, at) => (
            <Message
              key={message.messageId}
              message={message}
              own={message.personId === me}
              follows={follows(messages[at - 1], message)}
              mayRemove={message.personId === me || moderator}
              busy={busy(message.messageId) || !online}
              onRemove={() => void run(message.messageId, "room.unsay", { messageId: message.messageId })}
            />
          ))}
        </div>
      )}
      {chat && <Writing />}
    </>
  );
}

const togetherMs = 120_000;

/** Written by the same person shortly after: the name need not be said again. */
function follows(before: ChatMessage | undefined, message: ChatMessage): boolean {
  return before?.personId === message.personId && message.at - before.at < togetherMs;
}

function Message({
  message,
  own,
  follows,
  mayRemove,
  busy,
  onRemove,
}: {
  message: ChatMessage;
  own: boolean;
  follows: boolean;
  mayRemove: boolean;
  busy: boolean;
  onRemove: () => void;
}) {
  const t = useText(catalogue);
  return (
    <div className={classes(styles.message, own && styles.ownMessage)}>
      {!follows && (
        <p className={styles.from}>
          <b>{own ? t.you : message.name}</b> <time className="num">{clockTime(message.at)}</time>
        </p>
      )}
      <div className={styles.bubbleRow}>
        {message.removed ? (
          <p className={styles.removed}>{t.chat.removed}</p>
        ) : (
          <p className={styles.bubble}>{message.text}</p>
        )}
        {mayRemove && !message.removed && (
          <IconButton
            className={styles.unsay}
            icon="trash"
            label={own ? t.chat.removeOwn : t.chat.remove(message.name)}
            disabled={busy}
            onClick={onRemove}
          />
        )}
      </div>
    </div>
  );
}

function Writing() {
  const t = useText(catalogue).chat;
  const [text, setText] = useState("");
  const say = useCommand("room.say");
  const written = text.trim();
  const send = async () => {
    if (written === "" || say.busy) return;
    if (await say.send({ messageId: newId(), text: written })) setText("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className={styles.writing} onSubmit={submit}>
      {say.state.kind === "refused" && <CommandNote command={say} quiet />}
      {text.length > nearEnd && (
        <p className={`num ${styles.left}`} role="status">
          {t.left(longest - text.length)}
        </p>
      )}
      <div className={styles.writingRow}>
        <textarea
          className={styles.input}
          aria-label={t.write}
          placeholder={t.write}
          rows={2}
          maxLength={longest}
          value={text}
          onChange={event => setText(event.target.value)}
          onKeyDown={keys}
        />
        <IconButton
          type="submit"
          tone="primary"
          icon="send"
          label={t.send}
          disabled={written === "" || !say.online}
          aria-busy={say.busy || undefined}
        />
      </div>
    </form>
  );
}
