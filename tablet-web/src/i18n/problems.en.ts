/** Titles by code; a code that is missing here shows the server's Vietnamese title. */
export const en: Record<string, string> = {
  "client:network": "The server can't be reached",
  "client:unreadable": "The server's answer can't be read",
  "client:signed-out": "Your sign-in has expired",
  "client:ended": "The connection to the session has ended",
  "client:fault": "The app failed",
};
