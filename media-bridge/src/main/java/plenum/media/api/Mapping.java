package plenum.media.api;

import java.util.Optional;

/**
 * What one slot of an endpoint carries now.
 *
 * @param mid of the m-line in the offer: {@code a0}, {@code v3}
 * @param source empty: nothing
 */
public record Mapping(String mid, Optional<SourceId> source) {}
