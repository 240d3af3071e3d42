package plenum.server.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.openapi.contract.Location;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param path with {@code {name}} placeholders
 * @param json check of the JSON body; empty: no JSON body
 * @param streams the body is not JSON and is left to the operation
 */
public record Call(
        String operationId,
        HttpMethod method,
        String path,
        List<Parameter> parameters,
        Optional<Schemas.Check> json,
        boolean streams) {

    /**
     * One parameter.
     *
     * @param fallback value when absent
     */
    record Parameter(
            String name,
            Location in,
            boolean required,
            Optional<Object> fallback,
            boolean integer,
            Schemas.Check check) {}

    boolean names(String parameter) {
        return parameters.stream().anyMatch(one -> one.name().equals(parameter) && one.in() == Location.PATH);
    }
}
