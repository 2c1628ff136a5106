package de.hexapolis.query.problem;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that an endpoint does not declare, so that a misspelled filter never widens an answer, those
 * given without a value, and those given more than once of which one alone would count. Thread-safe.
 */
public final class KnownParameters {
    /** By method, which are as many as there are endpoints: the parameters, and whether each may be repeated. */
    private final Map<Method, SortedMap<String, Boolean>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        Method endpoint = resource.getResourceMethod();
        if (endpoint == null) {
            return;
        }
        SortedMap<String, Boolean> declared = known.computeIfAbsent(endpoint, KnownParameters::declaredBy);
        request.getUriInfo().getQueryParameters().forEach((name, texts) -> check(declared, name, texts));
    }

    private static void check(SortedMap<String, Boolean> declared, String name, List<String> texts) {
        Boolean repeatable = declared.get(name);
        if (repeatable == null) {
            throw Trouble.UNKNOWN_PARAMETER.problem(
                    name,
                    declared.isEmpty()
                            ? "there are no parameters here"
                            : "not one of " + String.join(", ", declared.keySet()));
        }
        if (texts.size() > 1 && !repeatable) {
            throw Trouble.repeatedParameter(name, texts.size());
        }
        // the framework makes an empty list of it, which would ask for everything
        if (texts.stream().allMatch(String::isBlank)) {
            throw Trouble.emptyParameter(name);
        }
    }

    private static SortedMap<String, Boolean> declaredBy(Method endpoint) {
        SortedMap<String, Boolean> declared = new TreeMap<>();
        for (Parameter parameter : endpoint.getParameters()) {
            addDeclaredBy(parameter, parameter.getType(), declared);
        }
        return declared;
    }

    private static void addDeclaredBy(AnnotatedElement element, Class<?> type, SortedMap<String, Boolean> declared) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            declared.put(element.getAnnotation(QueryParam.class).value(), Collection.class.isAssignableFrom(type));
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                addDeclaredBy(field, field.getType(), declared);
            }
        }
    }
}
