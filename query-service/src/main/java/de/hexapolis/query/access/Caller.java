package de.hexapolis.query.access;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.CityId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking. Immutable.
 *
 * @param name the token's subject, for the audit; empty for the public
 * @param cities the cities of the token
 * @param crews the crews of the token, perhaps none; empty if it says nothing of crews: all crews of its cities, if the
 *     token is a crew's
 */
public record Caller(String name, Set<String> roles, Set<CityId> cities, Optional<Set<String>> crews) {
    /** Somebody without a token. */
    public static final Caller PUBLIC = new Caller("", Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        cities = Set.copyOf(cities);
        crews = crews.map(Set::copyOf);
    }

    /** Somebody whose token names no crews. */
    public Caller(String name, Set<String> roles, Set<CityId> cities) {
        this(name, roles, cities, Optional.empty());
    }

    public boolean isOperator() {
        return roles.contains(Audience.OPERATOR);
    }

    /** Whether everything of the city is for this caller, not only what is open. */
    public boolean isStaffOf(CityId city) {
        return isOperator() || (roles.contains(Audience.STAFF) && cities.contains(city));
    }

    /** Whether the work of this crew is for this caller: as one of the crew, or as staff. */
    public boolean mayWorkFor(CityId city, String crew) {
        boolean isOfTheCrew = crews.map(own -> own.contains(crew)).orElse(true);
        return (roles.contains(Audience.CREW) && cities.contains(city) && isOfTheCrew) || isStaffOf(city);
    }

    /** The cities of which the caller sees everything; an operator sees all, whatever this says. For SQL arrays. */
    public String[] staffedCities() {
        return citiesAs(Audience.STAFF);
    }

    /** The cities in which the caller is staff or of a crew, and whose name is no secret to him. For SQL arrays. */
    public String[] ownCities() {
        return roles.contains(Audience.CREW) ? citiesAs(Audience.CREW) : staffedCities();
    }

    /**
     * What statements about crews' work want to know of the caller: {@code :sees_all}, {@code :staffed}, {@code :worked} (the
     * cities of his crews), {@code :all_crews} (of those cities) and {@code :crews}.
     */
    public Map<String, Object> sight() {
        return Map.of(
                "sees_all", isOperator(),
                "staffed", staffedCities(),
                "worked", citiesAs(Audience.CREW),
                "all_crews", crews.isEmpty(),
                "crews", crews.orElse(Set.of()).stream().sorted().toArray(String[]::new));
    }

    private String[] citiesAs(String role) {
        return roles.contains(role)
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
