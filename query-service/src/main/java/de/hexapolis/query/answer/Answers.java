package de.hexapolis.query.answer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Makes answers to GET: body, strong ETag, and 304 for who has it already. Thread-safe. */
@Singleton
public final class Answers {
    private final ObjectMapper mapper;
    private final BytesInFlight inFlight;

    public Answers(ObjectMapper mapper, BytesInFlight inFlight) {
        this.mapper = mapper;
        this.inFlight = inFlight;
    }

    /**
     * An answer that may be large: {@code made} takes from the body's share what it will hold, writes into the body and
     * ends with {@link #of(Request, MediaType, Body)} or a table of it. What was not needed is given back at once, the
     * rest is held until the body has left, or will not.
     */
    public Response large(Request request, Function<Body, Response.ResponseBuilder> made) {
        Body body = new Body(inFlight.share());
        try {
            Response answer = made.apply(body).build();
            body.share().keep(body.length());
            // nobody is asked to write the body of an answer to HEAD
            if (!answer.hasEntity() || request.getMethod().equals(HttpMethod.HEAD)) {
                body.release();
            }
            return answer;
        } catch (RuntimeException | Error trouble) {
            body.release();
            throw trouble;
        }
    }

    /** A value as JSON. */
    public Response.ResponseBuilder json(Request request, Object value) {
        return of(request, Format.JSON.mediaType(), written(value, new Body(inFlight.share())));
    }

    /** A value that may be large, in the body of {@link #large}; takes room for what it is. */
    public Response.ResponseBuilder json(Request request, Object value, Body body) {
        written(value, body).share().take(body.length());
        return of(request, Format.JSON.mediaType(), body);
    }

    private Body written(Object value, Body body) {
        try {
            mapper.writeValue(body, value);
            return body;
        } catch (IOException defect) {
            throw new IllegalStateException("not to be written as JSON: " + value.getClass(), defect);
        }
    }

    /**
     * Bytes in the format that was asked for.
     *
     * @param asked the parameter {@code format} as given: a table that it asks for is a download
     * @param name of the file, without its ending: letters, digits, '-', '_'
     */
    public Response.ResponseBuilder table(
            Request request, Format format, byte[] body, @Nullable String asked, String name) {
        return named(of(request, format.mediaType(), body), format, asked, name);
    }

    /** The same of a body that is written already. */
    public Response.ResponseBuilder table(
            Request request, Format format, Body body, @Nullable String asked, String name) {
        return named(of(request, format.mediaType(), body), format, asked, name);
    }

    private static Response.ResponseBuilder named(
            Response.ResponseBuilder answer, Format format, @Nullable String asked, String name) {
        boolean isDownload = format.isCsv() && asked != null;
        return isDownload
                ? answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.csv\"".formatted(name))
                : answer;
    }

    /** Bytes that are rendered already. They leave in pieces, too: a connection that takes none for long is ended. */
    public Response.ResponseBuilder of(Request request, MediaType type, byte[] bytes) {
        Body body = new Body(inFlight.share());
        body.write(bytes, 0, bytes.length);
        return of(request, type, body);
    }

    /** A body that is written already. */
    public Response.ResponseBuilder of(Request request, MediaType type, Body body) {
        EntityTag tag = tagOf(body);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body, type);
        }
        CacheControl ask = new CacheControl();
        ask.setNoCache(true);
        return answer.tag(tag).cacheControl(ask).header(HttpHeaders.VARY, "Accept, Authorization, Cookie");
    }

    /** Two checks of 32 bits and the length: quick even on megabytes, and nobody gains by forging what he is told. */
    private static EntityTag tagOf(Body body) {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        body.forEachPiece((piece, count) -> {
            one.update(piece, 0, count);
            other.update(piece, 0, count);
        });
        return new EntityTag("%08x%08x%x".formatted(one.getValue(), other.getValue(), body.length()));
    }
}
