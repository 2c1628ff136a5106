package de.hexapolis.query.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.query.RunningOnSmallCities;
import de.hexapolis.query.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as a screen reader finds its way in them. */
@QuarkusTest
@QuarkusTestResource(RunningOnSmallCities.class)
class PagesForEverybodyTest {
    @SuppressWarnings("NullAway.Init") // the test resource injects it
    Tokens tokens;

    @ParameterizedTest
    @CsvSource({"/orders, de", "/orders?lang=en, en", "/orders/7, de", "/orders/8888, de", "/login?lang=en, en"})
    void hasALanguageAHeadingALandmarkAndANameForAllThatCanBeUsed(String address, String language) {
        XmlPath page = given().cookie("hexapolis", tokens.crewOf("fulda", "fulda-nord"))
                .get(address)
                .htmlPath();

        assertThat(page.getString("html.@lang")).isEqualTo(language);
        assertThat(page.getString("html.head.title")).isNotBlank();
        assertThat(count(page, "it.name() == 'main'")).isEqualTo(1);
        assertThat(count(page, "it.name() == 'h1'")).isEqualTo(1);
        assertThat(count(page, "it.name() in ['button', 'a', 'summary', 'label'] && !it.text().trim()"))
                .as("things without a name")
                .isZero();
        assertThat(count(page, "it.name() == 'input' && it.@type != 'hidden' && it.parent().name() != 'label'"))
                .as("fields without a label")
                .isZero();
        assertThat(count(page, "it.name() == 'textarea'"))
                .isEqualTo(count(page, "it.name() == 'label' && it.@for == 'token'"));
        assertThat(count(
                        page,
                        "it.name() == 'button' && it.@'aria-label' != ''"
                                + " && !it.@'aria-label'.text().startsWith(it.text().trim())"))
                .as("names that do not begin as the button reads")
                .isZero();
    }

    private static int count(XmlPath page, String condition) {
        return page.getInt("html.'**'.findAll { %s }.size()".formatted(condition));
    }
}
