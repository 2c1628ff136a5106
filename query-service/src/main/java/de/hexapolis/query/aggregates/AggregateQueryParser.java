package de.hexapolis.query.aggregates;

import de.hexapolis.query.parameter.Given;
import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.Quantity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes an {@link AggregateQuery} of parameters, or refuses with the parameter, its value and what would do. */
final class AggregateQueryParser {
    private static final String MOMENT = "a date such as 2026-07-01 or an instant such as 2026-07-01T00:00:00+02:00";

    private AggregateQueryParser() {}

    /**
     * @param now if {@code to} is not given, it is the end of this minute, so that answers stay the same for a while
     * @throws de.hexapolis.query.problem.Problem naming the parameter to blame
     */
    static AggregateQuery parse(AggregateParameters asked, Instant now) {
        List<AggregateFunction> functions =
                words("fn", asked.fn, "a function", AggregateFunction.values(), AggregateFunction::wireName);
        List<AggregateFunction> wanted = functions.isEmpty() ? List.of(AggregateFunction.AVG) : functions;
        return new AggregateQuery(
                required(
                        "quantity",
                        words("quantity", asked.quantity, "a quantity", Quantity.values(), Quantity::wireName),
                        "one or more of " + names(Quantity.values(), Quantity::wireName)),
                new Given("channel", asked.channel).items(),
                required("from", moment("from", asked.from).stream().toList(), MOMENT)
                        .get(0),
                moment("to", asked.to).orElseGet(() -> new Moment.Exactly(endOfMinute(now))),
                word("bucket", asked.bucket, "a duration", Bucket.values(), Bucket::wireName)
                        .orElse(Bucket.DAY),
                new Given("zone", asked.zone)
                        .value("a time zone; Europe/Berlin or UTC would do", AggregateQueryParser::zone),
                word("group", asked.group, "a grouping", Grouping.values(), Grouping::wireName)
                        .orElse(Grouping.NONE),
                wanted,
                word("gap", asked.gap, "a way with gaps", Gap.values(), Gap::wireName)
                        .orElse(Gap.NONE),
                word("pool", asked.pool, "a way to pool", Pool.values(), Pool::wireName)
                        .orElse(Pool.ASSETS),
                Ordering.of(new Given("order", asked.order).items(), wanted));
    }

    private static <E> List<E> required(String parameter, List<E> values, String wanted) {
        if (values.isEmpty()) {
            throw Trouble.INVALID_PARAMETER.problem(parameter, "is missing; %s would do".formatted(wanted));
        }
        return values;
    }

    private static Optional<Moment> moment(String parameter, List<String> texts) {
        return new Given(parameter, texts).value("a point in time; %s would do".formatted(MOMENT), Moment::parse);
    }

    private static <E> Optional<E> word(
            String parameter, List<String> texts, String what, E[] all, Function<E, String> wireName) {
        return new Given(parameter, texts)
                .value("%s; one of %s".formatted(what, names(all, wireName)), text -> named(text, all, wireName));
    }

    private static <E> List<E> words(
            String parameter, List<String> texts, String what, E[] all, Function<E, String> wireName) {
        return new Given(parameter, texts)
                .items("%s; one of %s".formatted(what, names(all, wireName)), text -> named(text, all, wireName));
    }

    private static <E> E named(String text, E[] all, Function<E, String> wireName) {
        return Arrays.stream(all)
                .filter(each -> wireName.apply(each).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static <E> String names(E[] all, Function<E, String> wireName) {
        return Arrays.stream(all).map(wireName).collect(Collectors.joining(", "));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    private static Instant endOfMinute(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }
}
