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

/** Imports point one way: mqtt to ingest to decode, registry and store, and all of them to telemetry. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.hexapolis");

    @ParameterizedTest(name = "{0} imports nothing of {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "telemetry | mqtt ingest decode profile registry blueprint command quarantine store rollup upkeep schema",
                "profile   | mqtt ingest decode registry blueprint command quarantine store rollup upkeep schema",
                "decode    | mqtt ingest registry blueprint command quarantine store rollup upkeep schema",
                "store     | mqtt ingest decode profile registry blueprint command quarantine rollup upkeep",
                "schema    | mqtt ingest decode profile registry blueprint command quarantine store rollup upkeep",
                "registry  | mqtt ingest decode blueprint command rollup upkeep",
                "rollup    | mqtt ingest decode profile registry blueprint command quarantine upkeep",
                "upkeep    | mqtt ingest decode profile registry blueprint command quarantine rollup",
                "ingest    | mqtt blueprint command rollup upkeep",
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
    void sqlStaysOutOfDoorPipelineAndDecoder() {
        noClasses()
                .that(resideInAnyPackage(
                        "de.hexapolis.mqtt..",
                        "de.hexapolis.ingest..",
                        "de.hexapolis.decode..",
                        "de.hexapolis.profile.."))
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
