/** Texts of the search over all papers. */
export const vi = {
  title: "Tìm trong tài liệu",
  everywhere: "Mọi tài liệu bạn được xem",
  box: "Từ cần tìm",
  placeholder: "Nhập từ, có dấu hoặc không dấu, hoặc số hiệu văn bản",
  find: "Tìm",
  clear: "Xóa từ đang tìm",
  session: "Kỳ họp",
  allSessions: "Mọi kỳ họp",
  kind: "Loại tài liệu",
  allKinds: "Mọi loại",
  year: "Năm",
  allYears: "Mọi năm",
  startTitle: "Tìm trong toàn văn tài liệu",
  startText:
    "Không cần gõ dấu: “nghi quyet” tìm thấy “nghị quyết”. Đặt trong ngoặc kép để tìm đúng cụm từ. Gõ số hiệu, ví dụ 125/TTr-UBND, để tìm văn bản.",
  noneTitle: "Không tìm thấy tài liệu nào",
  noneText: "Hãy thử ít từ hơn, bỏ ngoặc kép hoặc bỏ bớt điều kiện lọc.",
  filling: "Một số tài liệu còn đang được đưa vào tìm kiếm; kết quả có thể chưa đủ.",
  found: (papers: number, more: boolean) => (more ? `Hơn ${papers} tài liệu` : `${papers} tài liệu`),
  page: (page: number) => `Trang ${page}`,
  pages: (pages: number) => `${pages} trang có từ này`,
  inTitle: "Có trong tên tài liệu",
  morePages: (pages: number) => `và ${pages} trang khác`,
  more: "Xem thêm tài liệu",
  open: "Mở tài liệu",
  back: "Quay lại",
};

export type SearchText = typeof vi;
