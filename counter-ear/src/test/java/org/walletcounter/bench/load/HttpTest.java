package org.walletcounter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static final String REQUEST =
            "POST /api/v1/payments HTTP/1.1\r\nHost: here\r\nContent-Length: 7\r\n\r\n{\"a\":1}";

    @Test
    void a_request_ends_where_it_says() {
        assertThat(Http.length(buffer(REQUEST))).isEqualTo(REQUEST.length());
        assertThat(Http.length(buffer(REQUEST + "POST"))).isEqualTo(REQUEST.length());
        String withoutBody = "GET / HTTP/1.1\r\n\r\n";
        assertThat(Http.length(buffer(withoutBody))).isEqualTo(withoutBody.length());
    }

    @Test
    void a_piece_of_a_request_is_no_request() {
        for (int cut = 0; cut < REQUEST.length(); cut++) {
            assertThat(Http.length(buffer(REQUEST.substring(0, cut)))).isEqualTo(Http.NOT_WHOLE);
        }
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.allocate(1024).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
