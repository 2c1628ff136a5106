package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.local.Checkout.Branch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeFilesTest {
    private static final Path FOLDER = Checkout.path("deploy/compose");

    private final Branch compose = Checkout.yaml("deploy/compose/compose.yaml").get(0);
    private final Branch services = compose.at("services");

    @Test
    void runsTheImagesThatTheTestsRunOn() {
        String servers = "deploy/servers/src/main/java/de/hexapolis/servers/";

        assertThat(Checkout.text(servers + "DatabaseContainer.java"))
                .contains(services.at("database", "image").text());
        assertThat(Checkout.text(servers + "BrokerContainer.java"))
                .contains(services.at("broker", "image").text());
    }

    @Test
    void pinsEveryImage() {
        for (String name : services.keys()) {
            assertThat(services.at(name, "image").text()).as(name).matches(".+:.*\\d.*");
        }
    }

    @Test
    void setsOnlyWhatTheServicesKnow() {
        for (String replica : List.of("ingest-0", "ingest-1")) {
            assertThat(services.at(replica, "environment").keys()).isSubsetOf(KnownSettings.ofIngest());
        }
        assertThat(services.at("query", "environment").keys()).isSubsetOf(KnownSettings.ofQuery());
    }

    @Test
    void putsKafkaBetweenDoorAndStoreOfEveryReplica() {
        Branch overlay = Checkout.yaml("deploy/compose/kafka.yaml").get(0).at("services");
        String profile = Checkout.text("ingest-service/src/main/resources/application-kafka.properties");

        for (String replica : List.of("ingest-0", "ingest-1")) {
            assertThat(overlay.at(replica, "environment", "QUARKUS_PROFILE").text())
                    .isEqualTo("kafka");
            assertThat(overlay.at(replica, "environment").keys())
                    .containsExactly("QUARKUS_PROFILE", "KAFKA_BOOTSTRAP_SERVERS");
        }
        assertThat(profile).contains("hexapolis.kafka.topic=hexapolis.raw\n");
        assertThat(Checkout.text("deploy/compose/kafka.yaml")).contains("--topic=hexapolis.raw\n");
        assertThat(Checkout.text("deploy/servers/src/main/java/de/hexapolis/servers/KafkaContainer.java"))
                .contains(overlay.at("kafka", "image").text())
                .contains(overlay.at("kafka-topic", "image").text());
    }

    @Test
    void givesEachReplicaAnIdOfItsOwn() {
        for (String replica : List.of("ingest-0", "ingest-1")) {
            assertThat(services.at(replica, "environment", "HEXAPOLIS_REPLICA").text())
                    .isEqualTo(replica);
        }
    }

    @Test
    void mountsAndBuildsFromFilesThatExist() {
        for (String name : services.keys()) {
            for (Branch volume : services.at(name, "volumes").items()) {
                String source = volume.text().replaceAll(":.*", "");
                if (source.startsWith(".")) {
                    assertThat(FOLDER.resolve(source)).exists();
                } else {
                    assertThat(compose.at("volumes").keys()).contains(source);
                }
            }
            Branch build = services.at(name, "build");
            if (build.isThere()) {
                Path context = FOLDER.resolve(build.at("context").text());
                assertThat(context.resolve(build.at("dockerfile").text()).normalize())
                        .exists();
            }
        }
    }

    @Test
    void publishesPortsOnLoopbackOnly() {
        List<String> ports = new ArrayList<>();
        services.keys().forEach(name -> services.at(name, "ports").items().forEach(port -> ports.add(port.text())));

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void keepsThePasswordsOutOfTheFile() {
        assertThat(Checkout.text("deploy/compose/compose.yaml").lines().filter(line -> line.contains("PASSWORD: ")))
                .isNotEmpty()
                .allMatch(line -> line.contains("${"));
    }

    @Test
    void mountsSecretsIntoReadOnlyContainersAsFiles() {
        List<String> mounted = new ArrayList<>();
        for (String name : services.keys()) {
            if (services.at(name, "read_only").text().equals("true")) {
                services.at(name, "secrets").items().forEach(secret -> mounted.add(secret.text()));
            }
        }

        assertThat(mounted).isNotEmpty().allSatisfy(secret -> assertThat(
                        compose.at("secrets", secret).keys())
                .as(secret)
                .containsExactly("file"));
    }

    @Test
    void runsTheBrokerWithTheSettingsOfTheEmbeddedOne() {
        assertThat(Checkout.text("deploy/compose/artemis/broker.xml"))
                .contains("receiveMaximum=32767;maximumPacketSize=%d;topicAliasMaximum=0".formatted(64 * 1024 + 1024))
                .contains("<journal-sync-non-transactional>true<", "<journal-sync-transactional>true<")
                .contains("<journal-datasync>true<", "<journal-type>NIO<", "<persistence-enabled>true<")
                .contains("<address-full-policy>PAGE<", "<max-delivery-attempts>-1<")
                .contains("<auto-delete-queues>false<", "<auto-delete-addresses>false<")
                .contains("match=\"$sys.mqtt.retain.#\"", "match=\"*.*.alerts.*\"", "match=\"*.*.orders.*\"")
                .contains("<security-enabled>true<");
    }

    @Test
    void copiesIntoTheImagesWhatTheBuildMakesAndRunsThemWithoutRoot() throws Exception {
        for (String service : List.of("ingest", "query")) {
            String dockerfile = Files.readString(FOLDER.resolve(service + ".Dockerfile"));

            assertThat(dockerfile)
                    .contains("COPY lib/", "COPY quarkus/", "COPY app/", "COPY quarkus-run.jar", "USER 10001:10001");
        }
    }

    @Test
    void scrapesTheServicesThatRun() {
        List<String> targets = new ArrayList<>();
        for (Branch job : Checkout.yaml("deploy/compose/prometheus/prometheus.yml")
                .get(0)
                .at("scrape_configs")
                .items()) {
            job.at("static_configs")
                    .items()
                    .forEach(group -> group.at("targets").items().forEach(target -> targets.add(target.text())));
        }

        assertThat(targets).containsExactlyInAnyOrder("ingest-0:8081", "ingest-1:8081", "query:8080");
    }
}
