/** What the QR code holds. The code stands behind #, so that it is in no server's log. */
export function checkInLink(origin: string, session: string, sitting: string, code: string): string {
  return `${origin}/check-in?s=${encodeURIComponent(session)}&p=${encodeURIComponent(sitting)}#${code}`;
}

/** Where tablets reach the server: an https address if it has one, since tablets need it; else where this page came from. */
export function publicOrigin(addresses: readonly string[], here: string): string {
  const secure = addresses.filter(one => one.startsWith("https://"));
  const reachable = secure.find(one => !/\/\/(localhost|127\.|\[::1\])/.test(one)) ?? secure[0];
  return (reachable ?? here).replace(/\/+$/, "");
}
