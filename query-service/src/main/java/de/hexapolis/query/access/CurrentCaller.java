package de.hexapolis.query.access;

import de.hexapolis.telemetry.CityId;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
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
        Set<CityId> cities = identity.getPrincipal() instanceof JsonWebToken token ? citiesOf(token) : Set.of();
        return new Caller(identity.getPrincipal().getName(), identity.getRoles(), cities);
    }

    /** The claim {@code cities}; what is no city id in it names no city. */
    private static Set<CityId> citiesOf(JsonWebToken token) {
        Set<CityId> cities = new HashSet<>();
        if (token.getClaim("cities") instanceof Collection<?> claim) {
            for (Object item : claim) {
                String name = item instanceof JsonString text ? text.getString() : String.valueOf(item);
                cityNamed(name).ifPresent(cities::add);
            }
        }
        return cities;
    }

    private static Optional<CityId> cityNamed(String name) {
        try {
            return Optional.of(new CityId(name));
        } catch (IllegalArgumentException noCityId) {
            return Optional.empty();
        }
    }
}
