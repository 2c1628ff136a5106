package de.hexapolis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imports point one way: mqtt and kafka to ingest to decode, registry and store, and all of them to telemetry. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.hexapolis");

    @ParameterizedTest(name = "{0} imports nothing of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "telemetry | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep schema judge orders outlook delivery pulse threads",
                "profile   | mqtt kafka ingest decode registry blueprint command quarantine store rollup upkeep schema judge orders outlook delivery pulse threads",
                "decode    | mqtt kafka ingest registry blueprint command quarantine store rollup upkeep schema judge orders outlook delivery pulse threads",
                "store     | mqtt kafka ingest decode profile registry blueprint command quarantine rollup upkeep judge orders outlook delivery pulse",
                "schema    | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery pulse threads",
                "registry  | mqtt kafka ingest decode blueprint command rollup upkeep judge orders outlook delivery pulse",
                "rollup    | mqtt kafka ingest decode profile registry blueprint command quarantine upkeep judge orders outlook delivery pulse",
                "upkeep    | mqtt kafka ingest decode profile registry blueprint command quarantine rollup",
                "ingest    | mqtt kafka blueprint command rollup upkeep judge orders outlook delivery threads",
                "mqtt      | kafka decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery pulse threads",
                "rules        | mqtt kafka ingest decode registry blueprint command quarantine store rollup upkeep judge orders outlook delivery plausibility pulse threads",
                "calendar     | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep rules plausibility judge orders outlook delivery pulse threads",
                "occurrences  | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery plausibility pulse threads",
                "plausibility | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery pulse threads",
                "orders       | mqtt kafka ingest decode profile registry blueprint command quarantine rollup upkeep judge outlook delivery pulse",
                "judge        | mqtt kafka ingest decode profile blueprint command quarantine rollup upkeep outlook delivery",
                "outlook      | mqtt kafka ingest decode profile blueprint command quarantine rollup upkeep judge orders delivery",
                "delivery     | kafka ingest decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook rules pulse",
                "pulse        | mqtt kafka ingest decode profile registry blueprint command quarantine rollup upkeep judge orders outlook delivery rules",
                "threads   | mqtt kafka ingest decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery pulse rules calendar occurrences plausibility",
                "kafka     | mqtt decode profile registry blueprint command quarantine store rollup upkeep judge orders outlook delivery pulse threads",
            })
    void importsPointOneWay(String from, String others) {
        String[] forbidden = List.of(others.split(" ")).stream()
                .map(name -> "de.hexapolis." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("de.hexapolis." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("de.hexapolis.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void pahoStaysBehindTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.hexapolis.mqtt..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.paho..")
                .check(CLASSES);
    }

    @Test
    void kafkaStaysInItsRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackage("de.hexapolis.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging.kafka..")
                .check(CLASSES);
    }

    @Test
    void sqlStaysOutOfDoorPipelineDecoderAndRules() {
        noClasses()
                .that(resideInAnyPackage(
                        "de.hexapolis.mqtt..",
                        "de.hexapolis.kafka..",
                        "de.hexapolis.ingest..",
                        "de.hexapolis.decode..",
                        "de.hexapolis.profile..",
                        "de.hexapolis.rules..",
                        "de.hexapolis.calendar..",
                        "de.hexapolis.occurrences..",
                        "de.hexapolis.plausibility.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.sql..")
                .check(CLASSES);
    }

    @Test
    void realClassesWereLookedAt() {
        assertThat(CLASSES.size()).isGreaterThan(100);
        assertThat(CLASSES.contain("de.hexapolis.mqtt.PahoSession")).isTrue();
    }
}
