package plenum.server.access;

import plenum.server.kernel.BodyId;

/**
 * Where a session belongs, as far as rights are concerned.
 *
 * @param draft not published yet: for everyone but CONTROL it does not exist
 */
public record SessionPlace(BodyId body, boolean draft) {}
