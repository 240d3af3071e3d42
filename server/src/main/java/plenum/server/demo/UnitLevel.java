package plenum.server.demo;

/** A unit's level; a district is historic since 2025-07-01. */
public enum UnitLevel {
    PROVINCE,
    DISTRICT,
    COMMUNE,
    OFFICE
}
