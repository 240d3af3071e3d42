/** What the facts of a paper are called where a reader looks them up. */
export const vi = {
  kind: "Loại tài liệu",
  number: "Số, ký hiệu",
  issuer: "Cơ quan ban hành",
  summary: "Trích yếu",
  size: "Độ dài",
  file: "Tệp",
  since: "Phát hành lúc",
  version: "Phiên bản",
  until: "Xem được đến",
};
