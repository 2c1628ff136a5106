package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileExceptionTest {
    @Test
    void namesEveryFaultOfTheFileWithItsLine() {
        assertThat(
                        faults(
                                """
                        profile: x
                        version: 1
                        readings:
                          - quantity: distance
                            path: [ok, "a[?b=]"]
                            unit: kPa
                          - {quantity: distance, path: a..b, curve: [[2, 1], [1, 2]]}
                          - {quantity: distance, path: a, channel: "x y", when: a = b}
                        events:
                          - {kind: tilt}
                        envelope: {time: {path: t, format: local, zone: Mars}}
                        time: {path: t, format: iso}
                        ignore: [{why: x}]
                        """))
                .isEqualTo(
                        """
                        f.yaml:5: readings[0].path[1]: 'b=' is no condition such as field == 'text', $port == 2, field, !field
                        f.yaml:6: readings[0].unit: 'kPa' does not convert to mm, the unit of distance
                        f.yaml:7: readings[1].path: 'a..b' is not a path: '' is not a field name; odd names are written ['…']
                        f.yaml:7: readings[1].curve: points must rise: 1.0 follows 2.0
                        f.yaml:8: readings[2].channel: 'x y' is not a channel: at most 32 letters, digits, '.', '_', '-'
                        f.yaml:8: readings[2].when: 'a = b' is no condition such as field == 'text', $port == 2, field, !field
                        f.yaml:10: events[0].path: an event needs a path, or a condition (when) and a value
                        f.yaml:11: envelope.device: an envelope names the device by a path (device) or in the topic (topic)
                        f.yaml:11: envelope.time.zone: 'Mars' is not a time zone, such as Europe/Berlin
                        f.yaml:12: time.format: 'iso' is not one of rfc3339, local, epoch_s, epoch_ms
                        f.yaml:13: ignore[0].when: a message to ignore is told by its port or by a condition (when)
                        """
                                .stripTrailing());
    }

    @Test
    void namesFieldsOutsideOfTheGrammarAndThoseThatWouldDo() {
        assertThat(faults(
                                """
                        profile: Bad Id
                        version: "1"
                        readings:
                          - quantity: distance
                            path: a
                            unitt: cm
                          - {path: b}
                          - {quantity: distance, path: c, scale: "2"}
                        """)
                        .lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("f.yaml:1: profile: 'Bad Id' does not match"),
                        line -> assertThat(line)
                                .startsWith("f.yaml:6: readings[0].unitt:")
                                .contains("known are quantity, path, unit, scale"),
                        line -> assertThat(line).startsWith("f.yaml:7: readings[1].quantity: required"),
                        line -> assertThat(line)
                                .isEqualTo("f.yaml:8: readings[2].scale: '2' string found, number expected"));
    }

    @Test
    void wantsNamesForSeveralPlaces() {
        assertThat(
                        faults(
                                """
                        profile: x
                        version: 1
                        readings:
                          - {quantity: soil_moisture, path: "moisture_{n}.value"}
                          - {quantity: soil_moisture, path: [a, "b[*].c"], channel: top}
                          - {quantity: soil_moisture, path: "b[?d == 1].c"}
                          - quantity: soil_water_tension
                            path: "probes[*].hertz"
                            channel: "{n}"
                            temperature_correction: {path: "probes[*].temp", reference: 24, per_degree: -0.019}
                        """))
                .isEqualTo(
                        """
                        f.yaml:4: readings[0].path: 'moisture_{n}.value' leads to several places: name them in channel, such as "{n}"
                        f.yaml:5: readings[1].path[1]: 'b[*].c' leads to several places: name them in channel, such as "{n}"
                        f.yaml:10: readings[3].temperature_correction.path: 'probes[*].temp' leads to several places: name one, as it lies beside the value or in the whole message
                        """
                                .stripTrailing());
    }

    @Test
    void namesAnEventsValueThatCannotBeStored() {
        String events = "profile: x\nversion: 1\nevents:\n- {kind: lid, path: a, %s}";
        assertThat(faults(events.formatted("otherwise: 1e999")))
                .startsWith("f.yaml:4: events[0].otherwise: 'Infinity' ");
        assertThat(faults(events.formatted("when: b, value: \"a\\nb\"")))
                .isEqualTo("f.yaml:4: events[0].value: 'a\uFFFDb' is not a boolean, a number or a short text");
        assertThat(faults(events.formatted("values: {open: %s}".formatted("x".repeat(201)))))
                .startsWith("f.yaml:4: events[0].values.open: 'xxx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\n", "\\x7f", "\\ud800"})
    void namesAVersionThatCannotBeStored(String character) {
        assertThat(faults("profile: x\nversion: \"1%s\"\nreadings: []".formatted(character)))
                .startsWith("f.yaml:2: version: '1\uFFFD' does not match");
    }

    @Test
    void takesAStarForThePrefixOfATextOnly() {
        for (String wrong : new String[] {"*", " *", "*error", "a*b*"}) {
            assertThat(faults("profile: x\nversion: 1\nreadings:\n- {quantity: tilt, path: a, no_value: [\"%s\"]}"
                            .formatted(wrong)))
                    .startsWith("f.yaml:4: readings[0].no_value[0]: '%s' does not match".formatted(wrong));
        }
    }

    @Test
    void listsTheQuantitiesForOneThatIsUnknown() {
        assertThat(faults("profile: x\nversion: 1\nreadings: [{quantity: weight, path: a}]"))
                .startsWith("f.yaml:3: readings[0].quantity: 'weight' is not a known quantity; one of fill_level, ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a: [1\\nb: 2          | f.yaml:2: (document): expected ',' or ']', but got :
            profile: a\\nprofile: b | f.yaml:2: (document): found duplicate key profile
            ``                    | f.yaml:0: (document): the file is empty
            x: *y                 | f.yaml:1: (document): found undefined alias y
            - x                   | f.yaml:1: (document): array found, object expected
            """)
    void saysWhereAFileIsNoYamlMapping(String yaml, String fault) {
        assertThat(faults(yaml.replace("\\n", "\n"))).isEqualTo(fault);
    }

    @Test
    void stopsAtAliasesThatGrowWithoutEnd() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 6; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", Collections.nCopies(9, alias))));
        }
        assertThat(faults(yaml.toString())).contains("more than 20000 fields, aliases written out");
        assertThat(faults("a: &a [*a]")).startsWith("f.yaml:");
    }

    private static String faults(String yaml) {
        return String.valueOf(catchThrowableOfType(ProfileException.class, () -> DeviceProfile.parse(yaml, "f.yaml"))
                .getMessage());
    }
}
