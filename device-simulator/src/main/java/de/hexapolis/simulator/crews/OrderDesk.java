package de.hexapolis.simulator.crews;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.hexapolis.simulator.console.BadInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The orders of one crew, read and answered over REST with its token, as its phone would. Thread-safe. */
final class OrderDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client;
    private final URI query;
    private final String token;

    OrderDesk(HttpClient client, URI query, String token) {
        this.client = client;
        this.query = query;
        this.token = token;
    }

    /** What became of an answer. */
    enum Heard {
        TAKEN,
        /** The platform says no: too late, or gone; asking again would not help. */
        REFUSED,
        /** No answer, or one that says "later": to be sent again with the same key. */
        UNHEARD
    }

    /**
     * A desk for each token in a folder, by the files' names.
     *
     * @throws BadInput if there is none
     */
    static List<OrderDesk> of(URI query, Path tokens) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        try (Stream<Path> files = Files.list(tokens)) {
            List<OrderDesk> desks = files.filter(file -> file.toString().endsWith(".jwt"))
                    .sorted()
                    .map(file -> new OrderDesk(client, query, text(file)))
                    .toList();
            BadInput.unless(!desks.isEmpty(), "--crew-tokens %s: no file *.jwt in it".formatted(tokens));
            return desks;
        } catch (IOException unreadable) {
            throw new BadInput("--crew-tokens %s: cannot be read: %s".formatted(tokens, unreadable), unreadable);
        }
    }

    /** All that is open, over all pages; empty while the platform does not answer. */
    Optional<List<WorkItem>> open() throws InterruptedException {
        List<WorkItem> items = new ArrayList<>();
        Optional<URI> page = Optional.of(query.resolve("/api/v1/orders?open=true&limit=200"));
        while (page.isPresent()) {
            Optional<HttpResponse<String>> answer =
                    send(request(page.get()).GET().build());
            if (answer.map(HttpResponse::statusCode).orElse(0) != 200) {
                return Optional.empty();
            }
            HttpResponse<String> orders = answer.orElseThrow();
            tree(orders.body()).path("orders").forEach(order -> items.addAll(WorkItem.of(order)));
            page = next(orders, page.get());
        }
        return Optional.of(items);
    }

    Heard answer(Act act) throws InterruptedException {
        URI address = query.resolve(
                "/api/v1/orders/%d/%s".formatted(act.item().order(), act.kind().path()));
        HttpRequest request = request(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", act.key().toString())
                .POST(HttpRequest.BodyPublishers.ofString(act.body().toString()))
                .build();
        int status = send(request).map(HttpResponse::statusCode).orElse(0);
        if (status / 100 == 2) {
            return Heard.TAKEN;
        }
        return status / 100 == 4 && status != 429 ? Heard.REFUSED : Heard.UNHEARD;
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private Optional<HttpResponse<String>> send(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException away) {
            return Optional.empty();
        }
    }

    private static Optional<URI> next(HttpResponse<String> answer, URI from) {
        return answer.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> from.resolve(link.group(1)))
                .findFirst();
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }
}
