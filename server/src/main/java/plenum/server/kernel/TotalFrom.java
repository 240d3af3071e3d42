package plenum.server.kernel;

import java.time.LocalDate;

/**
 * The total number of members from a day on, until the next one's day.
 *
 * @param from day in Viet Nam
 * @param total 1 to 5000
 */
public record TotalFrom(LocalDate from, int total) {}
