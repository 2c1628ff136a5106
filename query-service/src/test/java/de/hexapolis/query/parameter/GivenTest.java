package de.hexapolis.query.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenTest {
    @Test
    void understandsAPlusThatBecameABlankOnTheWay() {
        assertThat(Given.of("from", "2026-07-01T00:00:00 02:00").instant())
                .contains(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @Test
    void takesListsByCommaOrByRepetition() {
        assertThat(new Given("kind", List.of("bin, tree", "tree", " ", "roadworks,")).items())
                .containsExactly("bin", "tree", "roadworks");
    }

    @Test
    void refusesWhatIsGivenButEmpty() {
        assertThat(new Given("ids", List.of()).items()).isEmpty();
        assertThatThrownBy(() -> new Given("ids", List.of("")))
                .isInstanceOf(Problem.class)
                .hasMessage("ids: is empty; give a value, or leave it out");
        assertThatThrownBy(() -> new Given("ids", List.of(" , ")).items())
                .hasMessage("ids: is empty; give a value, or leave it out");
    }

    @Test
    void refusesControlCharactersAndHalvesOfCharacters() {
        assertThatThrownBy(() -> Given.of("text", "a\0b")).hasMessage("text: holds a control character");
        assertThatThrownBy(() -> new Given("tags", List.of("a", "\u009f"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Given.of("text", "\ud83c")).isInstanceOf(Problem.class);
        assertThat(Given.of("text", "Bäume\t\ud83c\udf33").text()).contains("Bäume\t\ud83c\udf33");
    }

    @Test
    void namesTheParameterTheValueAndWhatWouldDo() {
        assertThatThrownBy(() -> Given.of("limit", "many").integer(1, 10, 5, ""))
                .isInstanceOf(Problem.class)
                .hasMessage("limit: 'many' is not a whole number from 1 to 10");
        assertThatThrownBy(() -> new Given("bbox", List.of("1", "2")).text())
                .hasMessage("bbox: given 2 times; once would do");
        assertThatThrownBy(() -> Given.of("limit", "9".repeat(500)).integer(1, 10, 5, ""))
                .hasMessageMatching("limit: '9{80}…' is not .*");
    }
}
