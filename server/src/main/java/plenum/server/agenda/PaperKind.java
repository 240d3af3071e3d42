package plenum.server.agenda;

/**
 * Sort of paper: tờ trình, dự thảo nghị quyết, báo cáo thẩm tra, báo cáo, phụ lục, chương trình, giấy triệu tập, other.
 */
public enum PaperKind {
    SUBMISSION,
    DRAFT_RESOLUTION,
    VERIFICATION_REPORT,
    REPORT,
    ANNEX,
    PROGRAMME,
    SUMMONS,
    OTHER
}
