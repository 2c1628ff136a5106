package de.hexapolis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private static final List<List<Object>> ROWS = List.of(
            List.of("name", "value", "count", "tags"),
            List.of("Straße; \"Nord\"", 12.5, 1_000L, List.of("a", "b")),
            List.of("=1+1", -0.25, 0, List.of()));

    @Test
    void writesForProgramsWhatThereIs() {
        assertThat(written(Format.CSV))
                .isEqualTo("name,value,count,tags\r\n\"Straße; \"\"Nord\"\"\",12.5,1000,a;b\r\n=1+1,-0.25,0,\r\n");
    }

    /** Excel in any language knows UTF-8 by its mark alone. */
    @Test
    void writesForEnglishSpreadsheetsAMarkAndNoFormulas() {
        assertThat(written(Format.ENGLISH_CSV))
                .isEqualTo("\uFEFFname,value,count,tags\r\n"
                        + "\"Straße; \"\"Nord\"\"\",12.5,1000,a;b\r\n"
                        + "'=1+1,-0.25,0,\r\n");
    }

    /** Excel in German takes 12.5 for the twelfth of May. */
    @Test
    void writesForGermanSpreadsheetsAMarkSemicolonsAndDecimalCommas() {
        assertThat(written(Format.GERMAN_CSV))
                .isEqualTo("\uFEFFname;value;count;tags\r\n"
                        + "\"Straße; \"\"Nord\"\"\";12,5;1000;\"a;b\"\r\n"
                        + "'=1+1;-0,25;0;\r\n");
    }

    private static String written(Format format) {
        return new String(CsvTable.bytes(format, table -> ROWS.forEach(table::row)), StandardCharsets.UTF_8);
    }
}
