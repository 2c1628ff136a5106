package de.hexapolis.query.access;

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
        claim("cities").forEach(name -> cityNamed(name).ifPresent(cities::add));
        return new Caller(identity.getPrincipal().getName(), identity.getRoles(), cities, claim("crews"));
    }

    /** When the token ends, by real time; empty for the public. */
    public Optional<Instant> until() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.of(Instant.ofEpochSecond(token.getExpirationTime()))
                : Optional.empty();
    }

    /** The items of a claim that is a list; none if there is no such claim. */
    private Set<String> claim(String name) {
        Set<String> items = new HashSet<>();
        if (identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(name) instanceof Collection<?> claim) {
            for (Object item : claim) {
                items.add(item instanceof JsonString text ? text.getString() : String.valueOf(item));
            }
        }
        return items;
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
