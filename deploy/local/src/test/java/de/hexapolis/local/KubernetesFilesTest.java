package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.local.Checkout.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesFilesTest {
    private static final String FOLDER = "deploy/kubernetes/";

    private final List<Branch> objects = objects();

    private static List<Branch> objects() {
        List<Branch> found = new ArrayList<>();
        for (Branch file : Checkout.yaml(FOLDER + "kustomization.yaml")
                .get(0)
                .at("resources")
                .items()) {
            found.addAll(Checkout.yaml(FOLDER + file.text()));
        }
        return found;
    }

    private Stream<Branch> workloads() {
        return objects.stream().filter(it -> Set.of("StatefulSet", "Deployment")
                .contains(it.at("kind").text()));
    }

    private Branch object(String kind, String name) {
        return objects.stream()
                .filter(it -> it.at("kind").text().equals(kind))
                .filter(it -> it.at("metadata", "name").text().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    @Test
    void setsOnlyWhatTheServicesKnow() {
        Map<String, Set<String>> known = Map.of("ingest", KnownSettings.ofIngest(), "query", KnownSettings.ofQuery());

        known.forEach((service, settings) -> {
            assertThat(object("ConfigMap", "hexapolis-" + service).at("data").keys())
                    .isSubsetOf(settings);
            Branch workload = workloads()
                    .filter(it -> it.at("metadata", "name").text().equals(service))
                    .findFirst()
                    .orElseThrow();
            assertThat(container(workload).at("env").items())
                    .extracting(variable -> variable.at("name").text())
                    .isSubsetOf(settings);
        });
    }

    /** query-service reads, and writes commands, which a standby refuses. */
    @Test
    void sendsBothServicesToTheDatabaseThatWrites() {
        assertThat(List.of("ingest", "query"))
                .allSatisfy(service -> assertThat(object("ConfigMap", "hexapolis-" + service)
                                .at("data", "QUARKUS_DATASOURCE_JDBC_URL")
                                .text())
                        .startsWith("jdbc:postgresql://database:5432/"));
    }

    @Test
    void namesEachIngestReplicaAfterItsPod() {
        assertThat(container(object("StatefulSet", "ingest")).at("env").items()).anySatisfy(variable -> {
            assertThat(variable.at("name").text()).isEqualTo("HEXAPOLIS_REPLICA");
            assertThat(variable.at("valueFrom", "fieldRef", "fieldPath").text()).isEqualTo("metadata.name");
        });
    }

    @Test
    void probesThePortOnWhichTheServiceListens() {
        Map<String, String> ports = Map.of("ingest", "8081", "query", "8080");

        assertThat(workloads()).hasSize(2).allSatisfy(workload -> {
            Branch container = container(workload);
            Branch port = container.at("ports").items().get(0);
            assertThat(port.at("containerPort").text())
                    .isEqualTo(ports.get(container.at("name").text()));
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.at(probe, "httpGet", "port").text())
                        .isEqualTo(port.at("name").text());
                assertThat(container.at(probe, "httpGet", "path").text()).startsWith("/q/health/");
            }
        });
    }

    @Test
    void findsItsPodsByTheirLabels() {
        assertThat(workloads()).allSatisfy(workload -> {
            String name = workload.at("metadata", "name").text();
            Object labels =
                    workload.at("spec", "template", "metadata", "labels").value();
            assertThat(workload.at("spec", "selector", "matchLabels").value()).isEqualTo(labels);
            assertThat(object("Service", name).at("spec", "selector").value()).isEqualTo(labels);
            assertThat(object("PodDisruptionBudget", name)
                            .at("spec", "selector", "matchLabels")
                            .value())
                    .isEqualTo(labels);
        });
    }

    @Test
    void mountsVolumesThatThePodHas() {
        assertThat(workloads())
                .allSatisfy(workload -> assertThat(names(container(workload).at("volumeMounts")))
                        .isEqualTo(names(workload.at("spec", "template", "spec", "volumes"))));
    }

    @Test
    void runsWithoutRootOnAReadOnlyFileSystem() {
        assertThat(workloads()).allSatisfy(workload -> {
            Branch pod = workload.at("spec", "template", "spec", "securityContext");
            Branch container = container(workload).at("securityContext");
            assertThat(pod.at("runAsNonRoot").value()).isEqualTo(true);
            assertThat(container.at("readOnlyRootFilesystem").value()).isEqualTo(true);
            assertThat(container.at("allowPrivilegeEscalation").value()).isEqualTo(false);
            assertThat(container(workload).at("resources", "limits", "memory").isThere())
                    .isTrue();
        });
    }

    @Test
    void holdsNoSecretOfItsOwn() {
        assertThat(objects).extracting(it -> it.at("kind").text()).doesNotContain("Secret");
    }

    private static List<String> names(Branch list) {
        return list.items().stream().map(item -> item.at("name").text()).toList();
    }

    private static Branch container(Branch workload) {
        return workload.at("spec", "template", "spec", "containers").items().get(0);
    }
}
