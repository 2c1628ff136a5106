package de.hexapolis.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.ledger.Values;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is wrong on the command line or in a file is said in a sentence, before anything is sent. */
@Timeout(60)
class BadInputTest {
    private static final String DEVICES =
            "device,profile,asset,installed_from,expected_interval,distance_empty_mm,distance_full_mm,format\n";
    private static final String ASSETS = "reference,kind,name,longitude,latitude\n";

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments("simulate --broker localhost:1883", "--broker: not a broker's address: 'localhost:1883'"),
                arguments("simulate --broker tcp://localhost:0", "'tcp://localhost:0'"),
                arguments("simulate --broker tcp://localhost:65536", "'tcp://localhost:65536'"),
                arguments("simulate --broker tcp://localhost:1883/mqtt", "tcp://127.0.0.1:1883"),
                arguments("simulate --broker http://localhost", "'http://localhost'"),
                arguments("replay @rows.csv --broker mqtt", "--broker"),
                arguments("replay @rows.csv --speed -1", "--speed -1.0"),
                arguments("replay @rows.csv --shift PT99999999999999H", "--shift"),
                arguments("replay @rows.csv --print-pack @pack --zone +02:00", "--zone +02:00: a city's is a region"),
                arguments("replay @rows.csv --print-pack @pack --zone CET", "--zone CET"),
                arguments("replay @nowhere.csv", "nowhere.csv: cannot be read"),
                arguments("replay @empty.csv", "empty.csv"),
                arguments("simulate --interval-scale 0", "--interval-scale 0.0: a number above 0"),
                arguments("simulate --interval-scale NaN", "--interval-scale NaN"),
                arguments("simulate --radio-loss 2", "--radio-loss 2.0"),
                arguments("simulate --spread PT-1S", "--spread PT-1S"),
                arguments("simulate --for PT-1S", "--for PT-1S"),
                arguments("simulate --speed 0", "--speed"),
                arguments("simulate --password-file @nowhere", "--password-file"),
                arguments("simulate --blueprints @nowhere", "nowhere: cannot be read"),
                arguments("simulate --blueprints @profile --devices 5", "--devices 5 beside --blueprints"),
                arguments("simulate --blueprints @profile --city marburg", "no devices of --city [marburg]"),
                arguments("simulate --devices 0", "--devices 0: at least 1"),
                arguments("simulate --city fulda,marburg", "--city fulda,marburg: generated devices are of one city"),
                arguments("simulate --city " + "c".repeat(60), "at most 53 letters"),
                arguments("simulate --blueprints @city", "blueprint.yaml: city.id: not a city id: 'Bad City'"),
                arguments("simulate --blueprints @longitude", "assets.csv:2: not a place: longitude 960.0"),
                arguments("simulate --blueprints @latitude", "assets.csv:2: latitude: not a finite number: 'NaN'"),
                arguments("simulate --blueprints @feature", "assets.geojson: asset 'B-1': not a place"),
                arguments("backfill --days 1 --blueprints @profile", "device d1: its profile's device, em500-smtc"),
                arguments("backfill --interval-scale -1", "--interval-scale -1.0"),
                arguments("backfill --days 0", "--days 0"),
                arguments("load --ledger @l --rate -1", "a rate from 1 to 1000000 a second, not -1"),
                arguments("load --ledger @l --rate 2000000", "not 2000000"),
                arguments(
                        "load --ledger @l --rate 0",
                        "--rate 0: as fast as the broker takes them, but say with --messages"),
                arguments("load --ledger @l --messages 0", "--messages 0: at least 1"),
                arguments("load --ledger @l --seconds -5", "--seconds -5"),
                arguments("load --ledger @l --window 0", "--window 0"),
                arguments("load --ledger @l --connections 0", "at least one connection, not 0"),
                arguments("load --ledger @l --quantities 9", "from 1 to 8 quantities, not 9"),
                arguments("load --ledger @l --poison NaN", "poison from 0 to 1, not NaN"),
                arguments("load --ledger @l --messages 9000000000", "2000000000 messages, not 9000000000"),
                arguments("load --ledger @l --city " + "c".repeat(60), "a city's id of at most 53 characters"),
                arguments("verify --ledger @nowhere", "cannot be read"),
                arguments("verify --ledger @empty.csv", "empty.csv"),
                arguments("verify --ledger @ledger --database-url localhost:5432", "--database-url: not an address"),
                arguments("publish --topic v1/+/x @rows.csv", "--topic 'v1/+/x'"),
                arguments("publish --topic x @nowhere", "nowhere: cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isSaidInASentenceThatNamesWhatIsWrong(String line, String saying) {
        assertThat(refused(line)).contains(saying);
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "serial,date,fullness_0_10\n1,2026-07-01,5\n");
        Files.writeString(folder.resolve("empty.csv"), "");
        Ledger.create(
                folder.resolve("ledger"),
                new LoadPlan(new CityId("fulda"), 1, 1, 1, 1, 1, 0, 0, 1, Instant.EPOCH, Values.DICE));
        pack("city", "Bad City", "B-1,bin,Bin,9.6,50.5\n", "d1,,B-1,2026-01-01,PT1H,,,hexapolis\n");
        pack("longitude", "fulda", "B-1,bin,Bin,960,50.5\n", "d1,,B-1,2026-01-01,PT1H,,,hexapolis\n");
        pack("latitude", "fulda", "B-1,bin,Bin,9.6,NaN\n", "d1,,B-1,2026-01-01,PT1H,,,hexapolis\n");
        pack("feature", "fulda", "", "d1,,B-1,2026-01-01,PT1H,,,hexapolis\n");
        Files.writeString(
                folder.resolve("feature/assets.geojson"),
                "{\"features\":[{\"properties\":{\"reference\":\"B-1\",\"kind\":\"bin\"},"
                        + "\"geometry\":{\"coordinates\":[9.6,505]}}]}");
        pack(
                "profile",
                "fulda",
                "B-1,bin,Bin,9.6,50.5\n",
                "d1,milesight-iot/em500-smtc,B-1,2026-01-01,PT1H,,,chirpstack\n");
    }

    private void pack(String name, String city, String assets, String devices) throws IOException {
        Path pack = Files.createDirectory(folder.resolve(name));
        Files.writeString(
                pack.resolve("blueprint.yaml"), "id: x\ncity: {id: %s, zone: Europe/Berlin}\n".formatted(city));
        Files.writeString(pack.resolve("assets.csv"), ASSETS + assets);
        Files.writeString(pack.resolve("devices.csv"), DEVICES + devices);
    }

    /** What is said of the line; a word that begins with {@code @} is a file in the test's folder. */
    private String refused(String line) {
        StringWriter said = new StringWriter();
        CommandLine simulator = Simulator.commandLine().setErr(new PrintWriter(said, true));
        int exitCode = simulator.execute(Arrays.stream(line.split(" ", -1))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word)
                .toArray(String[]::new));
        assertThat(said.toString()).doesNotContain("\tat ");
        assertThat(exitCode).as(said.toString()).isEqualTo(ExitCode.USAGE);
        return said.toString();
    }
}
