import { fromBase64 as fromBase64Url } from "../../../core/base64.ts";
import { type Bytes, base64, hex, sha256 } from "../../../core/secret/bytes.ts";
import { votingKey } from "../../../core/voting-key.ts";

/** Of an uncompressed point of P-256, the end of its SubjectPublicKeyInfo. */
const pointBytes = 65;

/**
 * Signs with this device's paired key if that is the one that the poll has of the person.
 * @param key SHA-256 of its point, hexadecimal
 */
export async function signerOf(
  person: string,
  body: string,
  key: string | undefined,
): Promise<((text: Bytes) => Promise<string>) | undefined> {
  const own = await votingKey(person, body);
  if (!own || !key) return undefined;
  const point = fromBase64Url(own.publicKey).slice(-pointBytes);
  if (hex(await sha256(point)) !== key) return undefined;
  return async text => base64(fromBase64Url(await own.sign(new TextDecoder().decode(text))));
}
