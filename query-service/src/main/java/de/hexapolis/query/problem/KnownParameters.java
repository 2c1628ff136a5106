package de.hexapolis.query.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an endpoint does not declare, so that a misspelled filter never widens an answer.
 * Thread-safe.
 */
public final class KnownParameters {
    /** By method: as many as there are endpoints. */
    private final Map<Method, SortedSet<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Method endpoint = resource.getResourceMethod();
        if (endpoint == null) {
            return;
        }
        SortedSet<String> names = known.computeIfAbsent(endpoint, KnownParameters::declaredBy);
        for (String given : request.getUriInfo().getQueryParameters().keySet()) {
            if (!names.contains(given)) {
                throw Trouble.UNKNOWN_PARAMETER.problem(
                        given,
                        names.isEmpty() ? "there are no parameters here" : "not one of " + String.join(", ", names));
            }
        }
    }

    private static SortedSet<String> declaredBy(Method endpoint) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : endpoint.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                names.add(parameter.getAnnotation(QueryParam.class).value());
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addDeclaredBy(parameter.getType(), names);
            }
        }
        return names;
    }

    private static void addDeclaredBy(Class<?> bean, SortedSet<String> names) {
        for (Field field : bean.getDeclaredFields()) {
            if (field.isAnnotationPresent(QueryParam.class)) {
                names.add(field.getAnnotation(QueryParam.class).value());
            }
            if (field.isAnnotationPresent(BeanParam.class)) {
                addDeclaredBy(field.getType(), names);
            }
        }
    }
}
