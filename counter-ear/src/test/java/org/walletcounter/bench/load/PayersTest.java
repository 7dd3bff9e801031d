package org.walletcounter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayersTest {

    private static final int MEMBERS = 1000;
    private static final int EACH = 3;

    @Test
    void no_phone_shows_its_code_twice_in_one_time_step() {
        Payers payers = new Payers(MEMBERS, EACH, 1);
        Set<Integer> drawn = new HashSet<>();
        for (int i = 0; i < 2 * MEMBERS; i++) {
            assertThat(drawn.add(payers.draw(7))).isTrue();
        }
        for (int i = 0; i < 2 * MEMBERS; i++) {
            payers.draw(8);
        }
    }

    @Test
    void every_member_pays_sooner_or_later_and_mostly_with_the_first_phone() {
        Payers payers = new Payers(MEMBERS, EACH, 2);
        Set<Integer> members = new HashSet<>();
        int first = 0;
        int draws = 0;
        for (int step = 0; step < 20; step++) {
            for (int i = 0; i < MEMBERS / 2; i++) {
                int phone = payers.draw(step);
                members.add(phone / EACH);
                first += phone % EACH == 0 ? 1 : 0;
                draws++;
            }
        }
        assertThat(members).hasSize(MEMBERS);
        assertThat(100.0 * first / draws).isBetween(70.0, 90.0);
    }

    @Test
    void a_code_that_was_turned_away_may_be_shown_again() {
        Payers payers = new Payers(1, 1, 3);
        int phone = payers.draw(1);
        payers.giveBack(phone, 1);
        assertThat(payers.draw(1)).isEqualTo(phone);
    }

    @Test
    void an_answer_of_the_step_before_does_not_give_back_the_code_of_this_one() {
        Payers payers = new Payers(1, 1, 5);
        int phone = payers.draw(1);
        payers.draw(2);
        payers.giveBack(phone, 1);
        assertThatThrownBy(() -> payers.draw(2)).hasMessageContaining("seed more members");
    }

    @Test
    void more_payments_than_phones_are_an_error_of_the_measurement() {
        Payers payers = new Payers(1, 1, 4);
        payers.draw(1);
        assertThatThrownBy(() -> payers.draw(1)).hasMessageContaining("seed more members");
    }
}
