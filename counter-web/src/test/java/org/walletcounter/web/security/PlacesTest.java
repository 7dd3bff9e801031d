package org.walletcounter.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    @Test
    void anAddressOfTheOldKindIsAPlaceAlsoWhereItIsWrittenInTheNew() {
        assertThat(Places.of("192.0.2.1")).isEqualTo("192.0.2.1").isEqualTo(Places.of("::ffff:192.0.2.1"));
        assertThat(Places.of("192.0.2.2")).isNotEqualTo("192.0.2.1");
    }

    @Test
    void allAddressesOfANetworkOf64BitsAreOnePlace() {
        assertThat(Places.of("2001:db8:1:2::1")).isEqualTo(Places.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(Places.of("2001:db8:1:2::1")).isNotEqualTo(Places.of("2001:db8:1:3::1"));
    }

    @Test
    void whatIsNoAddressIsAPlaceOfItsOwn() {
        assertThat(Places.of("unix:")).isEqualTo("unix:");
    }
}
