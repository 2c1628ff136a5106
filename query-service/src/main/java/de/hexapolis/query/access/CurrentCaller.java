package de.hexapolis.query.access;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the request at hand: from its token, else the public. */
@RequestScoped
public class CurrentCaller {
    private final SecurityIdentity identity;

    public CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Caller caller() {
        if (identity.isAnonymous()) {
            return Caller.PUBLIC;
        }
        Set<CityId> cities = new HashSet<>();
        claim("cities").orElse(Set.of()).forEach(name -> cityNamed(name).ifPresent(cities::add));
        return new Caller(identity.getPrincipal().getName(), identity.getRoles(), cities, claim("crews"));
    }

    /** When the token ends, by real time; empty for the public. */
    public Optional<Instant> until() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /** The items of a claim that is a list of texts; empty if there is no such claim. What is none of both is refused. */
    private Optional<Set<String>> claim(String name) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token) || !token.containsClaim(name)) {
            return Optional.empty();
        }
        if (!(token.getClaim(name) instanceof Collection<?> claim)) {
            throw notAList(name);
        }
        Set<String> items = new HashSet<>();
        for (Object item : claim) {
            items.add(text(item).orElseThrow(() -> notAList(name)));
        }
        return Optional.of(items);
    }

    private static Optional<String> text(Object item) {
        if (item instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        return item instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Problem notAList(String name) {
        return Trouble.FORBIDDEN.problem("the token's claim '%s' is not a list of texts".formatted(name));
    }

    /** What is no city id names no city. */
    private static Optional<CityId> cityNamed(String name) {
        try {
            return Optional.of(new CityId(name));
        } catch (IllegalArgumentException noCityId) {
            return Optional.empty();
        }
    }
}
