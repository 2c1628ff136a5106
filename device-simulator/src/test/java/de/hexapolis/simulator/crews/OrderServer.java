package de.hexapolis.simulator.crews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/** Orders over HTTP as query-service answers them, pages of ten. Thread-safe. */
final class OrderServer implements AutoCloseable {
    private static final int PAGE = 10;
    private static final String ORDERS = "/api/v1/orders";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final Map<Long, ObjectNode> open = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Map<String, String> bodies = new HashMap<>();
    private boolean away;

    /** An answer that arrived, as often as it did. */
    record Told(long order, String action, String key, Instant at, JsonNode body) {}

    OrderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "order-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext(ORDERS, this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** One order with one alert at one asset; all of them have its number. */
    synchronized void open(long number, String work, String reference, Instant opened) {
        ObjectNode order = json.createObjectNode()
                .put("id", number)
                .put("city", "fulda")
                .put("crew", "nord")
                .put("work", work);
        ObjectNode alert = order.putArray("alerts").addObject();
        alert.put("id", number).put("opened_at", opened.toString()).put("reopened", 0);
        alert.putObject("asset").put("id", 1_000 + number).put("reference", reference);
        open.put(number, order);
    }

    synchronized void reopen(long number) {
        ObjectNode order = Objects.requireNonNull(open.get(number));
        ((ObjectNode) order.path("alerts").get(0)).put("reopened", 1);
    }

    /** Whether it answers 503. */
    synchronized void away(boolean now) {
        away = now;
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String rest = exchange.getRequestURI().getPath().substring(ORDERS.length());
        boolean authorised =
                "Bearer the-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (away) {
            send(exchange, 503, json.createObjectNode());
        } else if (!authorised) {
            send(exchange, 401, json.createObjectNode());
        } else if (rest.isEmpty()) {
            send(exchange, 200, page(exchange));
        } else {
            send(exchange, take(exchange, rest.substring(1).split("/", -1)), json.createObjectNode());
        }
    }

    private ObjectNode page(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("cursor=") ? Integer.parseInt(query.replaceFirst(".*cursor=", "")) : 0;
        ObjectNode page = json.createObjectNode();
        ArrayNode orders = page.putArray("orders");
        open.values().stream().skip(from).limit(PAGE).forEach(orders::add);
        if (open.size() > from + PAGE) {
            String next = "<%s?open=true&cursor=%d>; rel=\"next\"".formatted(ORDERS, from + PAGE);
            exchange.getResponseHeaders().add("Link", next);
        }
        return page;
    }

    private int take(HttpExchange exchange, String... path) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (key == null || !bodies.computeIfAbsent(key, first -> text).equals(text)) {
            return 409;
        }
        JsonNode body = json.readTree(text);
        told.add(new Told(
                Long.parseLong(path[0]),
                path[1],
                key,
                Instant.parse(body.path("at").asText()),
                body));
        return 200;
    }

    private void send(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
