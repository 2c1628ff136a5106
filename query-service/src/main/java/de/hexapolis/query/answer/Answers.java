package de.hexapolis.query.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Makes answers to GET: body, strong ETag, and 304 for who has it already. Thread-safe. */
@Singleton
public final class Answers {
    private final ObjectMapper mapper;

    public Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A value as JSON. */
    public Response.ResponseBuilder json(Request request, Object value) {
        try {
            return of(request, Format.JSON.mediaType(), mapper.writeValueAsBytes(value));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("not to be written as JSON: " + value.getClass(), defect);
        }
    }

    /** Bytes that are rendered already. */
    public Response.ResponseBuilder of(Request request, MediaType type, byte[] body) {
        EntityTag tag = tagOf(body);
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body, type);
        }
        CacheControl ask = new CacheControl();
        ask.setNoCache(true);
        return answer.tag(tag).cacheControl(ask).header(HttpHeaders.VARY, "Accept, Authorization");
    }

    private static EntityTag tagOf(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
