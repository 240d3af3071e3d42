/** Two-syllable words of council titles that must not be torn apart at the end of a line. */
const compounds = new Set(
  `an ninh|an sinh|an toàn|ban hành|báo cáo|bảo đảm|bảo hiểm|bảo tồn|bảo vệ|bãi bỏ|bãi nhiệm|bế mạc|biên chế|biểu quyết|bổ nhiệm|bổ sung|
cán bộ|cải cách|cấp tỉnh|chất lượng|chất vấn|chế độ|chi tiết|chi tiêu|chính phủ|chính quyền|chính sách|chủ tịch|chủ trương|chuyên trách|chuyển đổi|
chương trình|công an|công chức|công khai|công nghệ|công nghiệp|công tác|công trình|công lập|cơ cấu|cơ chế|cơ quan|cơ sở|cử tri|dân số|dân tộc|di tích|
dịch vụ|diện tích|du lịch|dự án|dự thảo|dự toán|đại biểu|đào tạo|đặc biệt|đất đai|đầu tư|đề án|đề nghị|địa bàn|địa phương|điện lực|điều chỉnh|điều hành|
định hướng|định mức|đô thị|đồng bào|đơn vị|đường bộ|giai đoạn|giám đốc|giám sát|giao thông|giáo dục|giáo viên|giảm nghèo|hành chính|hạ tầng|học phí|học sinh|
hoạt động|hộ nghèo|hội đồng|hội nghị|hợp tác|hỗ trợ|kết quả|kế hoạch|khai mạc|khám bệnh|khoa học|khóa họp|khu vực|kiến nghị|kiểm tra|kinh phí|kinh tế|kỳ họp|
lâm nghiệp|lao động|lĩnh vực|liên quan|mặt trận|miễn nhiệm|miền núi|môi trường|mục tiêu|năng lượng|nâng cao|ngân sách|nghị định|nghị quyết|nghĩa vụ|nhà nước|
nhân dân|nhân sự|nhiệm kỳ|nhiệm vụ|nông nghiệp|nông thôn|phát triển|pháp luật|phân bổ|phân cấp|phê chuẩn|phê duyệt|phiên họp|phòng chống|phụ cấp|phục hồi|
phương án|phường xã|quản lý|quốc gia|quốc hội|quốc phòng|quy chế|quy định|quy hoạch|quyết định|quyết toán|rừng núi|sản xuất|sắp xếp|số lượng|sử dụng|sửa đổi|
sự nghiệp|tài chính|tài nguyên|tài sản|tái định cư|tán thành|thảo luận|thành viên|thẩm quyền|thẩm tra|thi đua|thiên nhiên|thông qua|thông tin|thu hồi|thu nhập|thủ tục|
thương mại|thường trực|thực hiện|tiêu chí|tình hình|tổ chức|tổng hợp|trách nhiệm|trả lời|triển khai|trung hạn|trung ương|trường học|tuyển dụng|ủy ban|ưu đãi|
vay vốn|văn bản|văn hóa|văn phòng|viên chức|viễn thông|vùng cao|xã hội|xây dựng|xem xét|y tế|yêu cầu`
    .split("|")
    .map(word => word.trim()),
);

/** A chain of bound syllables longer than this could not be set on a line. */
const longestChain = 4;
const noBreak = "\u00a0";

/** Binds compounds, proper names and numbers with non-breaking spaces, so that a line never ends within one. */
export function bindWords(text: string): string {
  const syllables = text.split(" ");
  let bound = syllables[0] ?? "";
  let chain = 1;
  for (let i = 1; i < syllables.length; i++) {
    const before = syllables[i - 1] ?? "";
    const here = syllables[i] ?? "";
    const together = chain < longestChain && belong(before, here);
    bound += (together ? noBreak : " ") + here;
    chain = together ? chain + 1 : 1;
  }
  return bound;
}

function belong(before: string, here: string): boolean {
  if (/[,.;:!?)–-]$/.test(before) || before === "" || here === "") return false;
  const bare = here.replace(/[,.;:!?)]+$/, "");
  if (/^[-–]$/.test(here) || /^\d/.test(bare) || /^[IVXLC]+$/.test(bare)) return true;
  if (compounds.has(`${before} ${bare}`.toLocaleLowerCase("vi"))) return true;
  return capital(before) && capital(bare);
}

function capital(word: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word);
}
