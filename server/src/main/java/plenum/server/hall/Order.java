package plenum.server.hall;

import plenum.server.kernel.Actor;
import plenum.server.kernel.CommandId;

/** A command on its way to the hall. */
public record Order(CommandId id, Actor actor, HallCommand command) {}
