package plenum.server.kernel;

/**
 * One answer that a ballot offers.
 *
 * @param label the body's own words for it: tán thành, đồng ý
 */
public record BallotOption(OptionCode code, String label) {}
