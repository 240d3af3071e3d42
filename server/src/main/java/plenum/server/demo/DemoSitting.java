package plenum.server.demo;

import java.time.LocalDateTime;
import plenum.server.kernel.SittingId;

/**
 * One sitting.
 *
 * @param startsAt local time of Viet Nam (UTC+7)
 */
public record DemoSitting(SittingId id, String title, LocalDateTime startsAt) {}
