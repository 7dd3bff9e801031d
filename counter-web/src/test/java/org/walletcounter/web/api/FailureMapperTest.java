package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.server.RequestTooBigException;
import jakarta.json.JsonException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
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

    /** Else it would be told as JSON that cannot be read, or as a fault of ours. */
    @Test
    void a_body_that_was_broken_off_is_known_behind_what_its_reader_says() {
        IOException brokenOff = new RequestTooBigException();
        assertThat(FailureMapper.isTooLarge(new IllegalStateException(new JsonException("unreadable", brokenOff))))
                .isTrue();
        assertThat(FailureMapper.isTooLarge(new JsonException("unreadable", new IOException("gone"))))
                .isFalse();
    }
}
