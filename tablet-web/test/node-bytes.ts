/** jsdom brings arrays of its own, which WebCrypto does not take: Node's instead. To be imported first. */
const nodes = Buffer.from("a");
globalThis.Uint8Array = Object.getPrototypeOf(Buffer.prototype).constructor as typeof Uint8Array;
globalThis.ArrayBuffer = Object.getPrototypeOf(nodes.buffer).constructor as typeof ArrayBuffer;

export {};
