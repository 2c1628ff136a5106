package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AggregateQueryParserTest {
    private static final Instant NOW = Instant.parse("2026-07-08T10:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void takesTheUsualWhereNothingIsSaid() {
        assertThat(AggregateQueryParser.parse(usual(), NOW))
                .isEqualTo(new AggregateQuery(
                        List.of(Quantity.FILL_LEVEL),
                        List.of(),
                        new Moment.Midnight(LocalDate.parse("2026-07-01")),
                        new Moment.Exactly(NOW.plusSeconds(60)),
                        Bucket.DAY,
                        Optional.empty(),
                        Grouping.NONE,
                        List.of(AggregateFunction.AVG),
                        Gap.NONE,
                        Pool.ASSETS,
                        Ordering.USUAL));
    }

    @Test
    void takesListsWithCommasOrRepeatedOnceEach() {
        AggregateParameters parameters = usual();
        parameters.quantity = List.of("fill_level,battery_voltage", "fill_level");
        parameters.fn = List.of("p95", "avg,max");
        parameters.order = List.of("-max,-start");
        AggregateQuery query = AggregateQueryParser.parse(parameters, NOW);
        assertThat(query.quantities()).containsExactly(Quantity.FILL_LEVEL, Quantity.BATTERY_VOLTAGE);
        assertThat(query.functions())
                .containsExactly(AggregateFunction.P95, AggregateFunction.AVG, AggregateFunction.MAX);
        assertThat(query.ordering()).isEqualTo(new Ordering(Optional.of(AggregateFunction.MAX), true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-06-30T22:00:00Z",
        "2026-12-01, 2026-11-30T23:00:00Z",
        "2026-07-01T00:00:00Z, 2026-07-01T00:00:00Z",
        "2026-07-01T00:00:00+02:00, 2026-06-30T22:00:00Z",
        "2026-07-01T00:00:00 02:00, 2026-06-30T22:00:00Z"
    })
    void readsDatesAsLocalMidnightAndInstantsAsTheyAre(String text, Instant moment) {
        assertThat(Moment.parse(text).at(BERLIN)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "2026-07-01T00:00:00", "0001-01-01", "+99999-01-01T00:00:00Z"})
    void refusesWhatIsNoPointInTime(String text) {
        AggregateParameters parameters = usual();
        parameters.from = List.of(text);
        assertThatThrownBy(() -> AggregateQueryParser.parse(parameters, NOW))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("from: '%s' is not a point in time; a date such as", text);
    }

    @Test
    void endsWithTheMinuteSoThatAnswersStayTheSameForAWhile() {
        assertThat(AggregateQueryParser.parse(usual(), NOW.plusNanos(1)))
                .isEqualTo(AggregateQueryParser.parse(usual(), NOW.plusSeconds(59)));
    }

    @Test
    void refusesASecondOrderOfLines() {
        AggregateParameters parameters = usual();
        parameters.fn = List.of("max,min");
        parameters.order = List.of("max,-start", "min");
        assertThatThrownBy(() -> AggregateQueryParser.parse(parameters, NOW))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "order: 'max' and 'min' do not go together; one order of lines and one of buckets would do");
    }

    @Test
    void refusesAMissingQuantityWithTheListOfAll() {
        AggregateParameters parameters = usual();
        parameters.quantity = List.of();
        assertThatThrownBy(() -> AggregateQueryParser.parse(parameters, NOW))
                .hasMessageStartingWith("quantity: is missing; one or more of fill_level, distance");
    }

    @Test
    void refusesATimeThatEndsBeforeItBegins() {
        AggregateParameters parameters = usual();
        parameters.to = List.of("2026-07-01");
        AggregateQuery query = AggregateQueryParser.parse(parameters, NOW);
        assertThatThrownBy(() -> query.calendar(BERLIN))
                .hasMessage("to: 2026-06-30T22:00:00Z is not after from, 2026-06-30T22:00:00Z");
    }

    @Test
    void refusesTooManyBucketsWithTheBucketThatWouldDo() {
        AggregateParameters parameters = usual();
        parameters.from = List.of("2025-07-01");
        parameters.bucket = List.of("PT15M");
        AggregateQuery query = AggregateQueryParser.parse(parameters, NOW);
        assertThatThrownBy(() -> query.calendar(BERLIN))
                .hasMessageContaining("at most 10000: bucket=PT1H would do, or a time of at most P104D");
    }

    private static AggregateParameters usual() {
        AggregateParameters parameters = new AggregateParameters();
        parameters.quantity = List.of("fill_level");
        parameters.from = List.of("2026-07-01");
        return parameters;
    }
}
