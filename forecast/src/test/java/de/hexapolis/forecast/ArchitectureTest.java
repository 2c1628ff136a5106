package de.hexapolis.forecast;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Numbers only: the JDK and the statistics library, and the library stays in here. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.hexapolis.forecast");

    @Test
    void nothingButNumbersComesIn() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "de.hexapolis.forecast..",
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "org.hipparchus..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void theLibraryDoesNotGoOut() {
        assertThat(CLASSES.stream()
                        .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(one -> one.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(method -> method.getRawReturnType().getPackageName()))
                .hasSizeGreaterThan(30)
                .noneMatch(name -> name.startsWith("org.hipparchus"));
    }
}
