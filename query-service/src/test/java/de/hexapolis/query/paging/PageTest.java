package de.hexapolis.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Page OF_TWO = new Page(2, Optional.empty());

    @Test
    void aRowMoreThanAreShownTellsThatTheNextPageBeginsBehindTheLastOne() {
        PageOf<Long> page = OF_TWO.cut(List.of(7L, 5L, 4L), row -> row);

        assertThat(OF_TWO.rowsToRead()).isEqualTo(3);
        assertThat(page.rows()).containsExactly(7L, 5L);
        assertThat(page.next()).contains(new Cursor(5));
    }

    @Test
    void theLastPageIsShownAsItIs() {
        for (List<Long> all : List.of(List.of(7L, 5L), List.of(7L), List.<Long>of())) {
            PageOf<Long> page = OF_TWO.cut(all, row -> row);

            assertThat(page.rows()).isEqualTo(all);
            assertThat(page.next()).isEmpty();
        }
    }
}
