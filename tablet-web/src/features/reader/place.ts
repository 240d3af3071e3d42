/** The paper will be opened at this page. */
export function openAt(paperId: string, page: number): void {
  lastPage(paperId).keep(page);
}

/** The page where a paper was left, kept on this device. */
export function lastPage(paperId: string): { page: number; keep: (page: number) => void } {
  const key = `plenum.page.${paperId}`;
  try {
    return {
      page: Math.max(1, Number(localStorage.getItem(key)) || 1),
      keep: page => localStorage.setItem(key, String(page)),
    };
  } catch {
    return { page: 1, keep: () => undefined };
  }
}
