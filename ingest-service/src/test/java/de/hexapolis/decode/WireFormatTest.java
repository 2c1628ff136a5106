package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"hexapolis", "senml", "the-things-stack", "chirpstack", "thingpark", "mapped:zigbee2mqtt/soil"})
    void isNamedInSettings(String setting) {
        assertThat(WireFormat.of(setting)).hasToString(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ttn", "mapped", "mapped:", "HEXAPOLIS"})
    void namesWhatWouldDo(String setting) {
        assertThatThrownBy(() -> WireFormat.of(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a format: '" + setting
                        + "'; one of hexapolis, senml, the-things-stack, chirpstack, thingpark, mapped:<profile id>");
    }
}
