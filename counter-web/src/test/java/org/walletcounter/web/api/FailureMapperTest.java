package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.walletcounter.kernel.KernelError;

class FailureMapperTest {

    /** The connection may have been lost in a commit that the database has done. */
    @ParameterizedTest
    @CsvSource({
        "GET, INTERNAL",
        "HEAD, INTERNAL",
        "POST, UNCERTAIN",
        "PUT, UNCERTAIN",
        "PATCH, UNCERTAIN",
        "DELETE, UNCERTAIN"
    })
    void of_what_changes_something_nobody_says_that_nothing_was_done(String method, KernelError error) {
        assertThat(FailureMapper.unforeseen(method)).isEqualTo(error);
    }
}
