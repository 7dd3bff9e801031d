package org.walletcounter.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
