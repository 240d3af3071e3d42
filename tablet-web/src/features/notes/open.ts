import { type Api, unwrap } from "../../core/api.ts";
import type { Outbox } from "../../core/outbox.ts";
import type { Mark, Member, Problem } from "../../core/schemas.ts";
import type { Store } from "../../core/store.ts";
import { NoteBook } from "./book.ts";
import { notesKind, type Sent } from "./deliver.ts";

const lookMs = 20_000;

export type Refused = { id: string; mark: Mark; problem: Problem };

export interface OpenNotes {
  book: NoteBook;
  /** Changes that the server does not have yet. */
  waiting(): number;
  /** What the server would not take, and why. */
  refused(): Promise<readonly Refused[]>;
  forget(refused: Refused): Promise<void>;
  outbox: Outbox;
  person: string;
  /** Whom marks can be shared with; needs the network. */
  members(): Promise<readonly Member[]>;
  close(): void;
}

/** Opens what a person has written in a session, and keeps it the same on all tablets of that person. */
export async function openNotes({
  api,
  session,
  person,
  store,
  outbox,
  now,
}: {
  api: Api;
  session: string;
  person: string;
  store: Store;
  outbox: Outbox;
  now: () => number;
}): Promise<OpenNotes> {
  const path = { sessionId: session };
  const book = await NoteBook.open({
    session,
    person,
    shelf: store,
    queue: mark => outbox.queue(notesKind, { session, mark } satisfies Sent),
    changes: since => unwrap(api.GET("/api/sessions/{sessionId}/notes", { params: { path, query: { since } } })),
    shared: async () => (await unwrap(api.GET("/api/sessions/{sessionId}/notes/shared", { params: { path } }))).marks,
    now,
  });
  return {
    book,
    outbox,
    person,
    members: () => unwrap(api.GET("/api/sessions/{sessionId}/members", { params: { path } })),
    refused: async () =>
      (await outbox.refused())
        .filter(({ op }) => op.kind === notesKind && (op.data as Sent).session === session)
        .map(({ op, problem }) => ({ id: op.id, mark: (op.data as Sent).mark, problem })),
    forget: refused => outbox.forget(refused.id),
    waiting: () => outbox.waiting().filter(op => op.kind === notesKind).length,
    close: keepFetching(book, outbox),
  };
}

/** When the app comes to the front or the network returns, and now and then while it is looked at. */
function keepFetching(book: NoteBook, outbox: Outbox): () => void {
  const fetch = () => {
    if (document.visibilityState !== "visible") return;
    void outbox.flush();
    // Without a network there is nothing to fetch; the next look tries again.
    void book.pull().catch(() => undefined);
  };
  const timer = setInterval(fetch, lookMs);
  document.addEventListener("visibilitychange", fetch);
  addEventListener("online", fetch);
  fetch();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", fetch);
    removeEventListener("online", fetch);
  };
}
