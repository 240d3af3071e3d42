import { pieceBytes } from "./pack-files.ts";

/** Cuts what streams in into whole pieces; the last one of a file may be shorter. A cut loses only the piece that was under way. */
export class PieceStream {
  private readonly total: number;
  private readonly keep: (index: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  private buffer = new Uint8Array(pieceBytes);
  private filled = 0;
  private index: number;

  /** Bytes that follow begin with piece `first` of a file of `total` bytes. */
  constructor(first: number, total: number, keep: (index: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>) {
    this.index = first;
    this.total = total;
    this.keep = keep;
  }

  async take(bytes: Uint8Array): Promise<void> {
    let at = 0;
    while (at < bytes.byteLength) {
      const some = bytes.subarray(at, at + this.wanted() - this.filled);
      this.buffer.set(some, this.filled);
      this.filled += some.byteLength;
      at += some.byteLength;
      if (this.filled === this.wanted()) await this.done();
      if (some.byteLength === 0) return; // more than the file has
    }
  }

  private wanted(): number {
    return Math.max(0, Math.min(pieceBytes, this.total - this.index * pieceBytes));
  }

  private async done(): Promise<void> {
    if (this.filled === 0) return;
    const whole = this.buffer.slice(0, this.filled);
    this.filled = 0;
    await this.keep(this.index++, whole);
  }
}
