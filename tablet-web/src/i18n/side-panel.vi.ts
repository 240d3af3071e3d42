/** Texts of the reader's panel with thumbnails and outline. */
export const vi = {
  open: "Các trang và mục lục",
  title: "Các trang và mục lục",
  pages: "Các trang",
  outline: "Mục lục",
  noOutline: "Tài liệu này không có mục lục.",
  making: "Đang tạo hình các trang…",
  page: (page: number) => `Trang ${page}`,
  close: "Đóng",
};

export type SidePanelText = typeof vi;
