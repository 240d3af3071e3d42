/** Texts of the paper reader. */
export const vi = {
  region: "Tài liệu",
  pages: "Các trang tài liệu",
  page: (page: number, total: number) => `Trang ${page} trên ${total}`,
  goTo: "Đi đến trang",
  ofPages: (total: number) => `/ ${total}`,
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  fitWidth: "Vừa chiều ngang",
  search: "Tìm trong tài liệu",
  searchPlaceholder: "Nhập từ cần tìm, có dấu hoặc không dấu",
  previousHit: "Kết quả trước",
  nextHit: "Kết quả sau",
  searching: (page: number, total: number) => `Đang tìm: trang ${page}/${total}`,
  hits: (n: number) => `${n} kết quả`,
  noHits: "Không tìm thấy",
  noText: "Tài liệu này không có lớp chữ nên không tìm được.",
  hitOn: (page: number) => `Trang ${page}`,
  opening: "Đang mở tài liệu",
  received: (got: string, all: string) => `${got} / ${all}`,
  partMissing: "Một phần tài liệu chưa tải được.",
  view: {
    title: "Cách xem",
    column: "Cuộn liên tục",
    single: "Từng trang",
    night: "Giấy tối (ban đêm)",
  },
  write: "Ghi chú và đánh dấu",
  closeSearch: "Đóng tìm kiếm",
};

export type ReaderText = typeof vi;
