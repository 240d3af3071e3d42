/** Texts about office files that become papers. */
export const vi = {
  stage: {
    WAITING: "Đang chờ chuyển sang PDF",
    CONVERTING: "Đang chuyển sang PDF",
    CHECKING: "Máy chủ đang kiểm tra tệp",
  },
  keptTitle: "Tệp Office chưa thành tài liệu",
  keptText: "Tệp gốc được giữ nguyên. Đại biểu chưa thấy tài liệu này.",
  /** By the code of what went wrong. */
  why: {
    "office:no-converter":
      "Máy chủ này không chuyển được tệp Office sang PDF. Tệp gốc đã được giữ lại; hãy tải lên bản PDF.",
    "office:not-converted":
      "Không chuyển được tệp Office này sang PDF. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên.",
    "office:too-slow":
      "Chuyển tệp Office này sang PDF mất quá nhiều thời gian. Tệp gốc đã được giữ lại; hãy xuất ra PDF rồi tải lên.",
  } as Record<string, string>,
  interrupted: "Việc chuyển sang PDF bị gián đoạn.",
  facts: (size: string, when: string) => `${size} · nhận lúc ${when}`,
  original: "Tải tệp gốc",
  originalOf: (name: string) => `Tải tệp gốc ${name}`,
  again: "Chuyển lại",
  becoming: "Đang chuyển sang PDF",
  became: "Đã thành tài liệu",
  instead: "Tải lên bản PDF",
  drop: "Bỏ tệp",
  dropped: "Đã bỏ tệp",
  dropTitle: "Bỏ tệp Office",
  dropText: (name: string) => `Bỏ “${name}” khỏi danh sách? Tệp chưa thành tài liệu nào và không lấy lại được.`,
};

export type OfficeText = typeof vi;
