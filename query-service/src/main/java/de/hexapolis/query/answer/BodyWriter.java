package de.hexapolis.query.answer;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Hands a {@link Body} to its {@link Sending}. Thread-safe. */
@Provider
public final class BodyWriter implements ServerMessageBodyWriter<Body> {
    @Override
    public boolean isWriteable(
            Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public void writeResponse(Body body, Type genericType, ServerRequestContext context) {
        Sending.start(body, (ResteasyReactiveRequestContext) context);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    /** The way of JAX-RS, which is taken only if something else looks at each body, too. */
    @Override
    public void writeTo(
            Body body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try {
            for (Optional<byte[]> piece = body.next(); piece.isPresent(); piece = body.next()) {
                out.write(piece.get());
            }
        } finally {
            body.release();
        }
    }
}
