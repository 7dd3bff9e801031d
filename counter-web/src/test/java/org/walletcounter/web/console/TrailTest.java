package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrailTest {

    @Test
    void the_first_page_has_no_cursor_and_nothing_before_it() {
        Trail first = Trail.of(null).leadingTo("c1");
        assertThat(first.cursor()).isNull();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.hasPrevious()).isFalse();
        assertThat(first.next()).isEqualTo("c1");
    }

    @Test
    void going_on_and_coming_back_leads_to_the_same_page() {
        Trail third = Trail.of("c1~c2").leadingTo(null);
        assertThat(third.cursor()).isEqualTo("c2");
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.hasNext()).isFalse();
        assertThat(Trail.of(third.previous()).leadingTo("c2").next()).isEqualTo(third.text());
    }

    @Test
    void whatever_a_cursor_holds_it_comes_back_from_the_address() {
        List<String> cursors = List.of("R&D-25", "#1", "A4+", "50%", "X~1", "杯 1");
        Trail trail = Trail.START;
        for (String cursor : cursors) {
            String address = trail.leadingTo(cursor).parameterOfNext();
            assertThat(address).startsWith("trail=").doesNotContain("&", "#", "+", " ");
            trail = Trail.of(URLDecoder.decode(address.substring("trail=".length()), StandardCharsets.UTF_8));
            assertThat(trail.cursor()).isEqualTo(cursor);
        }
        assertThat(trail.cursors()).isEqualTo(cursors);
        assertThat(Trail.of(trail.text())).isEqualTo(trail);
        assertThat(Trail.of(trail.previous()).cursors()).isEqualTo(cursors.subList(0, cursors.size() - 1));
    }

    @Test
    void cursors_that_are_ids_stand_in_it_as_they_are() {
        String ids = UUID.randomUUID() + "~" + UUID.randomUUID();
        assertThat(Trail.of(ids).text()).isEqualTo(ids);
    }

    @Test
    void an_address_that_holds_no_trail_leads_to_the_first_page() {
        assertThat(Trail.of("50%")).isEqualTo(Trail.START);
    }

    @Test
    void a_list_of_one_page_leads_nowhere() {
        Trail only = Trail.of("").leadingTo(null);
        assertThat(only.hasNext()).isFalse();
        assertThat(only.hasPrevious()).isFalse();
        assertThat(only.next()).isEmpty();
    }
}
