package de.hexapolis.query.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void comesBackAsItWentOut() {
        Instant instant = Instant.parse("2026-07-01T10:15:00.123456Z");
        assertThat(Cursor.parse(Cursor.at(instant).text()).instant()).isEqualTo(instant);
        assertThat(Cursor.parse(new Cursor(Long.MIN_VALUE).text()).key()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void refusesWhateverElseComes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            String text = i % 2 == 0
                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                    : Base64.getUrlEncoder().encodeToString(bytes);
            assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.class);
        }
    }
}
