import type { Problem } from "../schemas.ts";
import type { Witnessed } from "../witness.ts";
import type { Board, Own } from "./board.ts";
import type { Bytes } from "./bytes.ts";
import type { Send } from "./casting.ts";
import type { Proof, ProvenLine } from "./journalled.ts";
import type { Mark, Poll } from "./poll.ts";
import type { Kept, Wallet } from "./wallet.ts";

/** How far a secret poll is, as the session's live view says it. */
export interface Course {
  phase: "ISSUE" | "CAST" | "CLOSING" | "TALLIED" | "CHECK" | "FINAL" | "VOID";
  /** Hash of the definition in the session's journal. */
  definition: string;
  /** What the session knows of this person; absent for who was not among the present. */
  own: OwnToken | undefined;
}

/** `blinded`: SHA-256 of what was taken, in Base64. */
export interface OwnToken {
  taken: boolean;
  blinded?: string | undefined;
  stored: boolean;
}

/** What a device's way through a poll needs from outside. All of it may fail and be asked again. */
export interface Outside {
  person: string;
  definition(): Promise<Bytes>;
  /** Signs with the key that the poll has of this person, Base64; undefined when this device has another or none. */
  signer(): Promise<((text: Bytes) => Promise<string>) | undefined>;
  /** Asks for a token; resolves when the session's journal has it. */
  take(asked: { definition: string; blinded: string; signature: string }): Promise<void>;
  /** The issuer's signature under the blinded value that was taken. */
  token(): Promise<Bytes>;
  /** Says that the token was verified and is kept. */
  stored(): Promise<void>;
  send: Send;
  board(): Promise<Board>;
  /** The newest checkpoint of the session's journal that this device has checked and keeps. */
  witnessed(): Witnessed | undefined;
  /** The lines of the poll that this person checks, among the journal's first `size`. */
  lines(size: number): Promise<readonly ProvenLine[]>;
}

/** The own ballot in words: what it marks, under which check code. */
export interface Written {
  code: string;
  marks: readonly Mark[];
}

/** Where this device is in the poll. */
export type BoothState =
  | { kind: "opening" }
  /** Not the definition that the journal names: this device takes no part. */
  | { kind: "foreign" }
  /** The journal that this device has witnessed has another definition, or another ballot for this person: it takes no part. */
  | { kind: "denied" }
  /** This device has no paired key: the token is taken on the one that has. */
  | { kind: "unpaired" }
  /** The person's token was taken by another device, or this one has lost it. */
  | { kind: "elsewhere" }
  /** No token was taken before the box was opened. */
  | { kind: "none" }
  | { kind: "taking"; poll: Poll }
  /** Verified and kept; waits for the casting. */
  | { kind: "holding"; poll: Poll }
  | { kind: "choosing"; poll: Poll }
  /** `away`: how often in a row nothing came back. */
  | { kind: "sending"; poll: Poll; written: Written; away: number }
  | { kind: "recorded"; poll: Poll; written: Written }
  /** The box has another ballot under this token. */
  | { kind: "conflict"; poll: Poll; written: Written }
  /** The box took it for none. */
  | { kind: "refused"; poll: Poll; written: Written }
  /** Sent, never answered, and the box is closed: the board will tell. */
  | { kind: "unanswered"; poll: Poll; written: Written }
  /** The box was closed before this device gave a ballot. */
  | { kind: "missed"; poll: Poll }
  | { kind: "checked"; poll: Poll; written: Written; own: Own; receipt: boolean }
  /** Nothing of the poll is left on this device. */
  | { kind: "over" };

/** What is shown: the state, and what keeps it from going on. */
export interface Shown {
  state: BoothState;
  problem?: Problem;
  /** The lines of the journal that this device has checked itself. */
  proof?: Extract<Proof, { kind: "proven" }>;
}

/** One stretch of the way: what it starts from, and where it says how far it is. */
export interface Stretch {
  poll: Poll;
  course: Course;
  kept: Kept | undefined;
  outside: Outside;
  wallet: Wallet;
  show(state: BoothState): void;
}
