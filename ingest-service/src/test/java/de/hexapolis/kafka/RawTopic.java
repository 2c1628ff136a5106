package de.hexapolis.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic with a group of its own, and what an operator could ask about both. Immutable. */
record RawTopic(String kafka, String name) {
    private static final int PARTITIONS = 6;

    static RawTopic create(String kafka) {
        RawTopic topic = new RawTopic(kafka, "raw-" + UUID.randomUUID());
        topic.ask(admin -> admin.createTopics(List.of(new NewTopic(topic.name, PARTITIONS, (short) 1)))
                .all()
                .get());
        return topic;
    }

    String group() {
        return name;
    }

    Map<String, String> settings() {
        return Map.of(
                "kafka.bootstrap.servers", kafka, "hexapolis.kafka.topic", name, "hexapolis.kafka.group", group());
    }

    /** Records in the topic. */
    long records() {
        return ask(admin -> admin
                .listOffsets(partitions().stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(end -> end.offset())
                .sum());
    }

    /** What has a key, in the order of its partition. */
    List<String> values(String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions());
            consumer.seekToBeginning(partitions());
            long left = records();
            while (left > 0) {
                ConsumerRecords<String, String> records = consumer.poll(Duration.ofSeconds(1));
                left -= records.count();
                records.forEach(record -> {
                    if (key.equals(record.key())) {
                        values.add(record.value());
                    }
                });
            }
        }
        return values;
    }

    /** Records that the group has committed. */
    long committed() {
        return ask(
                admin -> admin.listConsumerGroupOffsets(group()).partitionsToOffsetAndMetadata().get().values().stream()
                        .mapToLong(OffsetAndMetadata::offset)
                        .sum());
    }

    /** The ids that the group's members have; one that was thrown out and comes back has another. */
    List<String> members() {
        return ask(admin -> admin.describeConsumerGroups(List.of(group())).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.consumerId())
                .sorted()
                .toList());
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(name, partition))
                .toList();
    }

    private <T> T ask(Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return question.of(admin);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException("Kafka at %s does not answer".formatted(kafka), failed);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T of(Admin admin) throws InterruptedException, ExecutionException;
    }
}
