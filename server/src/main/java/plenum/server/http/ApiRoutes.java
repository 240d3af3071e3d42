package plenum.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import plenum.server.access.Access;
import plenum.server.access.AccessProblem;
import plenum.server.access.Scope;
import plenum.server.kernel.Refusal;
import plenum.server.kernel.Role;
import plenum.server.platform.Throttled;

/**
 * Puts the contract's operations on the router. Reading is on the event loop, everything else on a virtual thread each.
 */
final class ApiRoutes {
    /** So long the rest of an upload that was refused is still thrown away, so that its sender can read the answer. */
    private static final long LINGER_MS = 2_000;

    private final Map<String, Operation> operations;
    private final Guard guard;
    private final ClientAddress addresses;
    private final Semaphore inWork = new Semaphore(HttpSettings.IN_WORK);

    ApiRoutes(Contract contract, Map<String, Operation> operations, Guard guard, ClientAddress addresses) {
        this.operations = Map.copyOf(operations);
        this.guard = guard;
        this.addresses = addresses;
        complete(contract);
    }

    private void complete(Contract contract) {
        var promised = contract.calls().stream().map(Call::operationId).collect(Collectors.toCollection(TreeSet::new));
        var open = new TreeSet<>(promised);
        open.removeAll(operations.keySet());
        var surplus = new TreeSet<>(operations.keySet());
        surplus.removeAll(promised);
        if (!open.isEmpty() || !surplus.isEmpty()) {
            throw new IllegalStateException("operations missing: " + open + ", not in openapi.yaml: " + surplus);
        }
        contract.calls().forEach(Guard::cover);
    }

    void mount(Router router, Contract contract) {
        contract.calls().forEach(call -> mount(router, call));
        contract.calls().stream()
                .collect(Collectors.groupingBy(
                        Call::path, Collectors.mapping(Call::method, Collectors.toUnmodifiableSet())))
                .forEach((path, methods) -> router.route(vertxPath(path)).handler(context -> wrong(context, methods)));
    }

    private void mount(Router router, Call call) {
        var path = vertxPath(call.path());
        router.route(call.method(), path).handler(context -> early(call, context));
        if (!call.streams() && call.method() != HttpMethod.GET) {
            var limit =
                    call.operationId().equals("importRegister") ? HttpSettings.REGISTER_BYTES : HttpSettings.JSON_BYTES;
            router.route(call.method(), path).handler(BodyHandler.create(false).setBodyLimit(limit));
        }
        router.route(call.method(), path).handler(context -> work(call, context));
    }

    private static String vertxPath(String path) {
        return path.replaceAll("\\{(.*?)}", ":$1");
    }

    private static void wrong(RoutingContext context, Set<HttpMethod> methods) {
        context.response()
                .putHeader(
                        "Allow", methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", ")));
        Answers.problem(context, Answers.of(405), null);
    }

    /** What can be refused before the body is read. */
    private void early(Call call, RoutingContext context) {
        context.response().putHeader("Cache-Control", "no-store");
        if (Access.of(call.operationId()).scope() == Scope.PUBLIC) {
            guard.address(call, addresses.of(context.request()));
        }
        if (call.json().isPresent() && !json(context)) {
            throw HttpProblem.UNSUPPORTED_MEDIA.refusal("Content-Type application/json is expected");
        }
        context.next();
    }

    private static boolean json(RoutingContext context) {
        var type = context.request().getHeader("Content-Type");
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
    }

    private void work(Call call, RoutingContext context) {
        if (!inWork.tryAcquire()) {
            throw new Throttled(HttpProblem.BUSY.because("too many requests in work"), Duration.ofSeconds(1));
        }
        if (call.streams()) {
            context.request().pause();
        }
        Thread.ofVirtual().name("http " + call.operationId()).start(() -> {
            try {
                Answers.write(context, answer(call, context));
            } catch (Throwable failure) {
                Answers.fail(context, failure);
            } finally {
                inWork.release();
                if (call.streams()) {
                    drop(context);
                }
            }
        });
    }

    private Object answer(Call call, RoutingContext context) throws Exception {
        var raw = context.request();
        var right = Access.of(call.operationId());
        var actor = right.scope() == Scope.PUBLIC ? null : guard.actor(raw);
        var parameters = Validation.parameters(call, context.pathParams(), context.queryParams());
        var address = addresses.of(raw);
        var roles = actor == null ? Set.<Role>of() : guard.permit(call, actor, parameters, address);
        var body =
                call.json().map(check -> Validation.body(check, bytes(context))).orElse(null);
        var request = new Request(Answers.id(context), address, actor, roles, parameters, body, raw);
        var operation = operations.get(call.operationId());
        if (operation == null) {
            throw new IllegalStateException("no operation " + call.operationId());
        }
        try {
            return operation.answer(request);
        } catch (Refusal refusal) {
            if (actor != null && refusal.problem().code() instanceof AccessProblem) {
                guard.denied(call, actor, address, refusal);
            }
            throw refusal;
        }
    }

    private static Buffer bytes(RoutingContext context) {
        var bytes = context.body().buffer();
        return bytes == null ? Buffer.buffer() : bytes;
    }

    /** An upload that was answered before it was read ends with its connection: nobody reads 300 MB for nothing. */
    private static void drop(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        context.vertx().setTimer(LINGER_MS, timer -> {
            if (!request.isEnded()) {
                request.connection().close().onFailure(Answers::closed);
            }
        });
        try {
            request.handler(dropped -> {});
            request.resume();
        } catch (IllegalStateException ended) {
            // its last byte came on the event loop since we looked: nothing is left to drop
        }
    }
}
