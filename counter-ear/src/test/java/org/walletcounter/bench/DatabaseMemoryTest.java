package org.walletcounter.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseMemoryTest {

    @Test
    void a_database_without_huge_pages_is_told_how_to_get_them() {
        DatabaseMemory without = new DatabaseMemory("18.6", "off", 1073);
        assertThat(without.advice()).get().asString().endsWith("sysctl -w vm.nr_hugepages=1073");
        assertThat(without).hasToString("PostgreSQL 18.6 without huge pages");
    }

    @Test
    void one_that_has_them_is_told_nothing() {
        DatabaseMemory with = new DatabaseMemory("18.6", "on", 1073);
        assertThat(with.advice()).isEmpty();
        assertThat(with).hasToString("PostgreSQL 18.6 in huge pages");
    }

    @Test
    void where_a_system_knows_none_nothing_is_asked_of_it() {
        DatabaseMemory elsewhere = new DatabaseMemory("18.6", "off", -1);
        assertThat(elsewhere.advice()).isEmpty();
        assertThat(elsewhere).hasToString("PostgreSQL 18.6");
    }
}
