package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

class ProblemTest {

    /** The first five are of one kind; HTTP tells them apart. */
    @ParameterizedTest
    @CsvSource({
        "METHOD_NOT_ALLOWED, 405",
        "NOT_ACCEPTABLE, 406",
        "BODY_TOO_LARGE, 413",
        "CONTENT_TYPE_UNSUPPORTED, 415",
        "MALFORMED_REQUEST, 400",
        "NOT_SIGNED_IN, 401",
        "ROLE_MAY_NOT, 403",
        "NO_SUCH_RESOURCE, 404",
        "CHANGED_MEANWHILE, 409",
        "KEY_REUSED, 422",
        "UNAVAILABLE, 503"
    })
    void a_code_has_one_status_which_its_body_tells(KernelError error, int status) {
        assertThat(Problem.status(error)).isEqualTo(status);
        JsonObject body =
                Problem.body(new CounterException(error), Locale.ENGLISH).build();
        assertThat(body.getInt("status")).isEqualTo(status);
    }

    /** PostgreSQL's own code says nothing to who asked, and the cause is known nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void what_failed_on_our_side_is_logged_once_under_the_reference_that_is_told(String language) {
        SQLException cause = new SQLException("no such table", "42P01");
        CounterException refusal = new CounterException(KernelError.INTERNAL, "42P01");
        refusal.initCause(cause);
        JsonObject body;
        try (Logged logged = new Logged()) {
            body = Problem.body(refusal, Locale.forLanguageTag(language)).build();
            assertThat(logged.records).singleElement().satisfies(record -> {
                assertThat(record.getMessage()).startsWith("WCTR10003").contains(body.getString("reference"));
                assertThat(record.getThrown()).hasRootCause(cause);
            });
        }
        assertThat(body.getInt("status")).isEqualTo(503);
        assertThat(body.getString("code")).isEqualTo("kernel.INTERNAL");
        assertThat(UUID.fromString(body.getString("reference"))).isNotNull();
        assertThat(body.getString("detail"))
                .contains(body.getString("reference"))
                .doesNotContain("42P01");
    }

    /** Whoever refuses under a reference has logged it, as the ledger does with a journal's id. */
    @Test
    void what_has_a_reference_already_keeps_it() {
        UUID journal = UUID.randomUUID();
        try (Logged logged = new Logged()) {
            JsonObject body = Problem.body(
                            new CounterException(KernelError.INTERNAL, journal.toString()), Locale.ENGLISH)
                    .build();
            assertThat(body.getString("reference")).isEqualTo(journal.toString());
            assertThat(body.getString("detail")).contains(journal.toString());
            assertThat(logged.records).isEmpty();
        }
    }

    /** What delivery logs meanwhile. */
    private static final class Logged extends Handler implements AutoCloseable {

        private final Logger log = Logger.getLogger("org.walletcounter.web");
        private final List<LogRecord> records = new ArrayList<>();

        Logged() {
            log.addHandler(this);
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            log.removeHandler(this);
        }
    }
}
