package org.walletcounter.web.console;

import static org.assertj.core.api.Assertions.assertThat;

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
    void a_list_of_one_page_leads_nowhere() {
        Trail only = Trail.of("").leadingTo(null);
        assertThat(only.hasNext()).isFalse();
        assertThat(only.hasPrevious()).isFalse();
        assertThat(only.next()).isEmpty();
    }
}
