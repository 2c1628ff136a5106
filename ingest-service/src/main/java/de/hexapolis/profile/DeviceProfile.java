package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the decoded JSON of one kind of device becomes measurements, events and positions. Immutable, thread-safe. The
 * language is told in docs/devices.md; its grammar is profile.schema.json beside this class.
 */
public final class DeviceProfile {
    private final String id;
    private final String version;
    private final Optional<Envelope> envelope;
    private final TimeRule time;
    private final List<IgnoreRule> ignored;
    private final Optional<RecordRule> records;
    private final List<Rule> rules;

    private DeviceProfile(Section root) {
        this.id = root.text("profile");
        this.version = root.text("version");
        this.envelope =
                root.has("envelope") ? Optional.of(ProfileReader.envelope(root.below("envelope"))) : Optional.empty();
        this.time = root.has("time") ? ProfileReader.time(root.below("time")) : TimeRule.none();
        this.ignored = root.each("ignore").stream().map(ProfileReader::ignore).toList();
        this.records =
                root.has("records") ? Optional.of(ProfileReader.records(root.below("records"))) : Optional.empty();
        this.rules = rules(root);
    }

    private static List<Rule> rules(Section root) {
        List<Rule> rules = new ArrayList<>();
        root.each("readings").forEach(section -> ProfileReader.reading(section).ifPresent(rules::add));
        root.each("events").forEach(section -> ProfileReader.event(section).ifPresent(rules::add));
        if (root.has("position")) {
            rules.add(ProfileReader.position(root.below("position")));
        }
        return List.copyOf(rules);
    }

    /**
     * The profile in a YAML file.
     *
     * @param fileName for messages only
     * @throws ProfileException with all faults of the file: file, line, field, reason
     */
    public static DeviceProfile parse(String yaml, String fileName) throws ProfileException {
        YamlDocument document = YamlDocument.parse(yaml, fileName);
        List<ProfileProblem> problems = new ArrayList<>(ProfileSchema.check(document));
        if (problems.isEmpty()) {
            DeviceProfile profile = new DeviceProfile(new Section(document, document.root(), "", problems));
            if (problems.isEmpty()) {
                return profile;
            }
        }
        problems.sort(Comparator.comparingInt(ProfileProblem::line));
        throw new ProfileException(problems);
    }

    /** Such as {@code milesight-iot/em400-mud}. */
    public String id() {
        return id;
    }

    /** The maker of the profile counts it up with each change. */
    public String version() {
        return version;
    }

    /** How messages of a source of any JSON are opened; only profiles for such sources have it. */
    public Optional<Envelope> envelope() {
        return envelope;
    }

    /** Whether it says what values mean; a profile with an envelope alone leaves that to the devices' own profiles. */
    public boolean hasRules() {
        return !rules.isEmpty();
    }

    /** Whether messages on this port carry no measurement, whatever they say. */
    public boolean ignoresPort(int port) {
        return ignored.stream().anyMatch(rule -> rule.meetsWholePort(port));
    }

    /** The device's own time if it has a believable one, else the envelope's. */
    public Optional<Instant> observedAt(JsonNode body, Optional<Instant> sentAt) {
        return time.believable(body, sentAt);
    }

    /** What the message says; never throws, whatever it says. */
    public Mapped map(Uplink uplink) {
        for (IgnoreRule rule : ignored) {
            if (rule.meets(uplink.body(), uplink.port())) {
                return Mapped.ignored(rule.why());
            }
        }
        Mapped mapped = new Mapped();
        List<Uplink> parts = new ArrayList<>(List.of(uplink));
        records.ifPresent(rule -> parts.addAll(rule.of(uplink, mapped)));
        parts.forEach(part -> rules.forEach(rule -> rule.apply(part, mapped)));
        if (mapped.isEmpty() && parts.stream().allMatch(this::isStrange)) {
            mapped.unread(Unread.of(uplink, this, rules));
        }
        return mapped;
    }

    /** Whether the message has content, and rules look for fields of it, but nothing is where any rule looks. */
    private boolean isStrange(Uplink uplink) {
        JsonNode body = uplink.body();
        return !(body.isContainerNode() && body.isEmpty())
                && rules.stream().anyMatch(rule -> rule.isMeantFor(uplink))
                && rules.stream().noneMatch(rule -> rule.finds(body));
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
