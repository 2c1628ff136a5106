package de.hexapolis.query.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request into a problem document. A defect is logged once, here. Thread-safe. */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return problem.document().code().equals(Trouble.BUSY.code()) ? retryLater(problem) : answer(problem);
    }

    @ServerExceptionMapper
    public Response unavailable(Unavailable away) {
        LOG.debug("the database takes no work", away);
        return retryLater(Trouble.UNAVAILABLE.problem("the database takes no work now; try again in five seconds"));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    public Response notSignedIn() {
        return Response.fromResponse(answer(Trouble.UNAUTHENTICATED.problem(
                        "this needs a valid token: header Authorization: Bearer <token>")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException refused) {
        return answer(Trouble.FORBIDDEN.problem("the token carries none of the roles that this needs"));
    }

    @ServerExceptionMapper
    public Response notJson(JsonProcessingException malformed) {
        return answer(
                Trouble.INVALID_BODY.problem("not the JSON that is expected here: " + malformed.getOriginalMessage()));
    }

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refused, UriInfo uri) {
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return notJson(malformed);
        }
        int status = refused.getResponse().getStatus();
        Problem problem =
                switch (status) {
                    case 404 ->
                        Trouble.NOT_FOUND.problem("nothing at /%s; /api/v1 lists what there is"
                                .formatted(uri.getPath().replaceFirst("^/", "")));
                    case 405 ->
                        Trouble.METHOD_NOT_ALLOWED.problem("this address takes other methods: see the header Allow");
                    case 406 ->
                        Trouble.NOT_ACCEPTABLE.problem(
                                "no such format here: see /q/openapi for what Accept may ask for");
                    case 413 -> Trouble.BODY_TOO_LARGE.problem("the body is larger than this address takes");
                    case 415 ->
                        Trouble.UNSUPPORTED_MEDIA_TYPE.problem(
                                "the body's Content-Type is not one that this address takes: see /q/openapi");
                    default ->
                        status < 500 ? Trouble.INVALID_BODY.problem("the request cannot be read") : defect(refused);
                };
        Response.ResponseBuilder answer = Response.fromResponse(answer(problem));
        String allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    public Response defect(Throwable cause, UriInfo uri) {
        return answer(defect(cause));
    }

    private static Problem defect(Throwable cause) {
        UUID incident = UUID.randomUUID();
        LOG.errorf(cause, "defect %s", incident);
        return Trouble.DEFECT.problem("a defect of this service, in its log as " + incident);
    }

    private static Response retryLater(Problem problem) {
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.RETRY_AFTER, 5)
                .build();
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.document().status())
                .type(ProblemDocument.MEDIA_TYPE)
                .entity(problem.document())
                .build();
    }
}
