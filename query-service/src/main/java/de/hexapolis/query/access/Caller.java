package de.hexapolis.query.access;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking. Immutable.
 *
 * @param name the token's subject, for the audit; empty for the public
 * @param cities the cities of the token
 */
public record Caller(String name, Set<String> roles, Set<CityId> cities) {
    /** Somebody without a token. */
    public static final Caller PUBLIC = new Caller("", Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        cities = Set.copyOf(cities);
    }

    public boolean isOperator() {
        return roles.contains(Audience.OPERATOR);
    }

    /** Whether everything of the city is for this caller, not only what is open. */
    public boolean isStaffOf(CityId city) {
        return isOperator() || (roles.contains(Audience.STAFF) && cities.contains(city));
    }

    /** The cities of which the caller sees everything; an operator sees all, whatever this says. For SQL arrays. */
    public String[] staffedCities() {
        return roles.contains(Audience.STAFF)
                ? cities.stream().map(CityId::value).sorted().toArray(String[]::new)
                : new String[0];
    }

    /** Refuses who is not staff of the city. */
    public void mustBeStaffOf(CityId city) {
        if (!isStaffOf(city)) {
            throw Trouble.FORBIDDEN.problem("the token is not for staff of '%s'; its cities are: %s"
                    .formatted(city, cities.stream().map(CityId::value).sorted().collect(Collectors.joining(", "))));
        }
    }
}
