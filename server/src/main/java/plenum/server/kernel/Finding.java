package plenum.server.kernel;

/**
 * What follows when enough ballots have an option, beside the outcome.
 *
 * @param code {@code may-resign}; once in a matter
 * @param words the consequence as the law puts it: có thể xin từ chức
 * @param option whose ballots are counted
 * @param share of the ballots that have it
 */
public record Finding(String code, String words, OptionCode option, Share share) {}
