import { leafOf } from "../src/core/merkle.ts";
import { type Bytes, base64, hex, sha256 } from "../src/core/secret/bytes.ts";
import type { ProvenLine } from "../src/core/secret/journalled.ts";
import type { Witnessed } from "../src/core/witness.ts";
import { pathOf, rootOf } from "./merkle-tree.ts";

/** A journal with the lines of one poll, its tree, and the checkpoint that a tablet has witnessed. */
export class PollJournal {
  private readonly stored: string[] = [];
  private readonly forgeries: ProvenLine[] = [];
  private known: Witnessed | undefined;

  async defined(definition: Bytes): Promise<void> {
    const text = new TextDecoder().decode(definition);
    this.write("ballot.defined", { pollId: "phieu-1", definition: text, hash: hex(await sha256(definition)) });
  }

  async taken(personId: string, blinded: string): Promise<void> {
    this.write("ballot.taken", { pollId: "phieu-1", personId, blinded });
  }

  /** Is given out as if it were a line. */
  forged(type: string, personId: string): void {
    const line = JSON.stringify({ seq: 1, type, data: { pollId: "phieu-1", personId, blinded: "AAAA" } });
    this.write("agenda.opened", {});
    this.forgeries.push({ seq: 1, line, proof: [] });
  }

  private write(type: string, data: object): void {
    this.stored.push(JSON.stringify({ seq: this.stored.length + 1, type, data }));
  }

  /** The tablet witnesses all that is there. */
  async checkpoint(): Promise<void> {
    const size = this.stored.length;
    this.known = { size, root: base64(await rootOf(await this.leaves(size))), key: "", signature: "", at: 0 };
  }

  witnessed(): Witnessed | undefined {
    return this.known;
  }

  async lines(size: number): Promise<ProvenLine[]> {
    const leaves = await this.leaves(size);
    const found = this.stored
      .slice(0, size)
      .map(async (line, at) => ({ seq: at + 1, line, proof: (await pathOf(at, leaves)).map(base64) }));
    const own = (await Promise.all(found)).filter(one => !one.line.includes("db07") && one.line.includes("ballot."));
    return [...own, ...this.forgeries];
  }

  private leaves(size: number): Promise<Uint8Array[]> {
    return Promise.all(this.stored.slice(0, size).map(leafOf));
  }
}
