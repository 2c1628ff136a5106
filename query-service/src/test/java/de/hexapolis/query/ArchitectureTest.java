package de.hexapolis.query;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("de.hexapolis.query");

    /** What features share; everything else below the root is a feature. */
    private static final Set<String> SHARED = Set.of(
            "problem",
            "parameter",
            "access",
            "paging",
            "answer",
            "sql",
            "status",
            "selection",
            "command",
            "work",
            "session",
            "page");

    @Test
    void looksAtRealClasses() {
        assertThat(SERVICE.size()).isGreaterThan(60);
        assertThat(SERVICE.stream().map(ArchitectureTest::room))
                .contains("assets", "cities", "series", "devices", "quarantine", "registry", "alerts", "orders", "live")
                .containsAll(SHARED);
    }

    @Test
    void featuresNeverImportEachOther() {
        slices().matching("de.hexapolis.query.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(), describe("is shared", (JavaClass target) -> SHARED.contains(room(target))))
                .check(SERVICE);
    }

    @Test
    void whatIsSharedKnowsNoFeatureAndHasNoCircles() {
        slices().matching("de.hexapolis.query.(*)..").should().beFreeOfCycles().check(SERVICE);
        for (String shared : SHARED) {
            classes()
                    .that()
                    .resideInAPackage("de.hexapolis.query." + shared + "..")
                    .should()
                    .onlyDependOnClassesThat(describe(
                            "are shared or not of this service",
                            (JavaClass target) -> !target.getPackageName().startsWith("de.hexapolis.query")
                                    || SHARED.contains(room(target))))
                    .check(SERVICE);
        }
    }

    @Test
    void jdbcStaysWithStatements() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .resideInAnyPackage("..problem..", "..access..", "..paging..", "..answer..", "..parameter..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.PreparedStatement")
                .check(SERVICE);
    }

    @Test
    void statementsKnowNothingOfHttp() {
        noClasses()
                .that(describe("run statements", type -> uses(type, "java.sql.PreparedStatement")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(SERVICE);
    }

    @Test
    void jaxRsStaysAtTheDoor() {
        classes()
                .that(describe("know JAX-RS", (JavaClass type) -> uses(type, "jakarta.ws.rs.")))
                .and()
                .resideOutsideOfPackages("..query.problem..", "..query.paging..", "..query.answer..", "..query.page..")
                .should()
                .haveNameMatching(".*(Resource|Parameters|CommandAnswer)(\\$.*)?")
                .check(SERVICE);
    }

    @Test
    void everyEndpointDeclaresItsAudience() {
        List<JavaMethod> endpoints = SERVICE.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(15);
        assertThat(endpoints)
                .filteredOn(method -> !isDeclared(method))
                .as("endpoints that declare no audience")
                .isEmpty();
    }

    private static boolean isDeclared(JavaMethod endpoint) {
        return endpoint.isAnnotatedWith(PermitAll.class)
                || endpoint.isAnnotatedWith(RolesAllowed.class)
                || endpoint.getOwner().isAnnotatedWith(PermitAll.class)
                || endpoint.getOwner().isAnnotatedWith(RolesAllowed.class);
    }

    private static boolean uses(JavaClass type, String name) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(name));
    }

    /** The folder directly below the service's root; empty for the root itself. */
    private static String room(JavaClass type) {
        String root = "de.hexapolis.query.";
        String folder = type.getPackageName();
        return folder.startsWith(root) ? folder.substring(root.length()).split("\\.", -1)[0] : "";
    }
}
