package plenum.server.demo;

/** What a paper is; the values of the contract (openapi.yaml). */
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
