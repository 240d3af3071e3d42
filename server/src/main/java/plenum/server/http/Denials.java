package plenum.server.http;

import plenum.server.kernel.Actor;

/** Is told of each request that was refused for want of a right. */
public interface Denials {
    void denied(Actor actor, String address, String operationId, String code);
}
