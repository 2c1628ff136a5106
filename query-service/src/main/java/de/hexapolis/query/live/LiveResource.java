package de.hexapolis.query.live;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.access.CurrentCaller;
import de.hexapolis.query.selection.FilterWords;
import de.hexapolis.query.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /api/v1/live}: what happens to alerts and orders, as it happens (server-sent events). */
@Path("/api/v1/live")
@Tag(name = "Alerts")
public final class LiveResource {
    private static final long COME_BACK_MILLIS = 2_000;

    private final Database database;
    private final NoticeTail tail;
    private final Streams streams;
    private final CurrentCaller current;

    public LiveResource(Database database, NoticeTail tail, Streams streams, CurrentCaller current) {
        this.database = database;
        this.tail = tail;
        this.streams = streams;
        this.current = current;
    }

    @GET
    @RolesAllowed({Audience.STAFF, Audience.OPERATOR, Audience.CREW})
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "listen",
            summary = "What happens to alerts and orders, as it happens",
            description = "Server-sent events: `id` is the number of the event, `event` its kind such as"
                    + " `alert.opened`, `data` a CloudEvent in one line. Staff hear of their cities, crews of their"
                    + " orders. The event `reset` says that more was missed than can be told: load anew what you"
                    + " show. At most five streams a person.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "429", description = "Too many streams are open")
    public void listen(@BeanParam LiveParameters parameters, @Context SseEventSink sink, @Context Sse sse) {
        Caller caller = current.caller();
        Wanted wanted = parameters.wanted(caller);
        database.read(connection -> {
            FilterWords.checkCities(connection, wanted.cities(), caller);
            return true;
        });
        NoticeLog log = tail.log();
        long asked = parameters.after().orElse(log.newest());
        boolean goesOn = log.goesOnAfter(asked);
        Stream stream = new Stream(wanted, new Events(sink, sse), goesOn ? asked : log.newest(), current.until());
        streams.add(stream);
        stream.begin(goesOn);
        tail.follow();
    }

    /** One connection of a browser. Thread-safe. */
    private record Events(SseEventSink sink, Sse sse) implements Wire {
        @Override
        public CompletionStage<?> send(Notice notice) {
            OutboundSseEvent event = sse.newEventBuilder()
                    .id(String.valueOf(notice.number()))
                    .name(notice.kind())
                    .data(CloudEvent.of(notice))
                    .build();
            return sink.send(event);
        }

        @Override
        public CompletionStage<?> sendReset(long number) {
            return sink.send(sse.newEventBuilder()
                    .id(String.valueOf(number))
                    .name("reset")
                    .data("{\"sequence\":\"%d\"}".formatted(number))
                    .reconnectDelay(COME_BACK_MILLIS)
                    .build());
        }

        @Override
        public CompletionStage<?> sendComment() {
            return sink.send(sse.newEventBuilder()
                    .comment("still here")
                    .reconnectDelay(COME_BACK_MILLIS)
                    .build());
        }

        @Override
        public boolean isClosed() {
            return sink.isClosed();
        }

        @Override
        public void close() {
            sink.close();
        }
    }
}
