package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundleTitleTest {
    @ParameterizedTest
    @CsvSource({
        "{count|Baum|Bäume} in {district}, 1, 1 Baum in Nordend",
        "{count|Baum|Bäume} in {district}, 14, 14 Bäume in Nordend",
        "{count|tree|trees}, 0, 0 trees",
        "'Leeren: {count} in {district}', 1, 'Leeren: 1 in Nordend'",
        "{district}: {count} ($1), 2, Nordend: 2 ($1)",
        "{cuont} {count|Baum}, 1, {cuont} {count|Baum}"
    })
    void namesOneAndMany(String title, int count, String filled) {
        assertThat(BundleTitle.filled(title, count, "Nordend")).isEqualTo(filled);
    }

    @Test
    void aDistrictsNameIsNoTitle() {
        assertThat(BundleTitle.filled("{district}", 3, "{count} $0")).isEqualTo("{count} $0");
    }

    @Test
    void findsWhatNothingIsFilledInto() {
        assertThat(BundleTitle.unknown("{count|bin|bins} {count} in {district}"))
                .isEmpty();
        assertThat(BundleTitle.unknown("{cuont} bins in {district} {count|bin} {}"))
                .containsExactly("{cuont}", "{count|bin}", "{}");
        assertThat(BundleTitle.unknown("{count|bin|bins in {district}")).containsExactly("{");
        assertThat(BundleTitle.unknown("{count| | } in district}")).containsExactly("{count| | }", "}");
    }
}
