/** Bytes under AES-GCM (NIST SP 800-38D): 96 random bits of nonce, 128 bits of tag at the end of `data`. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
}

const text = new TextEncoder();

/** Encrypts; `place` is bound to the bytes, so that they can be opened only as what they were stored as. */
export async function seal(key: CryptoKey, place: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(algorithm(iv, place), key, bytes) };
}

/** Decrypts; rejects when the key or the place is another, or a bit has changed. */
export async function unseal(key: CryptoKey, place: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(sealed.iv, place), key, sealed.data));
}

/** Wraps a key as `seal` does bytes; the key must be extractable. */
export async function sealKey(by: CryptoKey, place: string, key: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.wrapKey("raw", key, by, algorithm(iv, place)) };
}

/** The key inside; its bytes never reach the script unless it is asked for as `extractable`. */
export function unsealKey(by: CryptoKey, place: string, sealed: Sealed, extractable = false): Promise<CryptoKey> {
  const { subtle } = crypto;
  const usages: KeyUsage[] = ["encrypt", "decrypt"];
  return subtle.unwrapKey("raw", sealed.data, by, algorithm(sealed.iv, place), "AES-GCM", extractable, usages);
}

function algorithm(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: text.encode(place) };
}
