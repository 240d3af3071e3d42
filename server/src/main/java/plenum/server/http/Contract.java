package plenum.server.http;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import plenum.server.platform.Json;

/** The HTTP contract, openapi.yaml: as a document to serve and as validators of what comes in. */
public final class Contract {
    private static final String JSON = "application/json";
    private final List<Call> calls;
    private final byte[] document;

    private Contract(List<Call> calls, byte[] document) {
        this.calls = List.copyOf(calls);
        this.document = document;
    }

    /** Reads {@code openapi.yaml} from the class path. Blocks: not on an event loop. */
    public static Contract load(Vertx vertx) {
        var document = yaml();
        var bytes = Json.bytes(document);
        var contract = OpenAPIContract.from(
                        vertx, understood(new JsonObject(new String(bytes, StandardCharsets.UTF_8))))
                .await();
        return new Contract(contract.operations().stream().map(Contract::call).toList(), bytes);
    }

    /** Every operation, in no order. */
    public List<Call> calls() {
        return calls;
    }

    /** The whole document as JSON. */
    public byte[] document() {
        return document.clone();
    }

    private static Map<String, Object> yaml() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * vertx-openapi refuses media types that it cannot validate. Only requests are validated here, and only JSON:
     * answers lose their content, PDF bodies become plain bytes.
     */
    private static JsonObject understood(JsonObject document) {
        var copy = document.copy();
        copy.remove("servers"); // "/" is a good relative URL, but java.net.URL wants a protocol
        copy.getJsonObject("paths")
                .forEach(path -> ((JsonObject) path.getValue()).forEach(method -> {
                    var operation = (JsonObject) method.getValue();
                    operation.put(
                            "responses", new JsonObject().put("default", new JsonObject().put("description", "any")));
                    var body = operation.getJsonObject("requestBody");
                    if (body != null && !body.getJsonObject("content").containsKey(JSON)) {
                        body.put("content", new JsonObject().put("application/octet-stream", new JsonObject()));
                    }
                }));
        return copy;
    }

    private static Call call(Operation operation) {
        var parameters = operation.getParameters().stream()
                .map(one -> new Call.Parameter(
                        one.getName(),
                        one.getIn(),
                        one.isRequired(),
                        Optional.ofNullable(one.getSchema().<Object>get("default")),
                        "integer".equals(one.getSchema().get("type")),
                        Schemas.check(one.getSchema())))
                .toList();
        var body = Optional.ofNullable(operation.getRequestBody());
        var json = body.map(one -> one.getContent().get(JSON)).map(MediaType::getSchema);
        return new Call(
                operation.getOperationId(),
                operation.getHttpMethod(),
                operation.getOpenAPIPath(),
                parameters,
                json.map(Schemas::check),
                body.isPresent() && json.isEmpty());
    }
}
