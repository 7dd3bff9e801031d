package org.walletcounter.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AnswersTest {

    private static final String CHUNKED =
            "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1a\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n";
    private static final String PLAIN =
            "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 4\r\n\r\nbusy";

    @Test
    void an_answer_with_a_length_ends_where_it_says() {
        Answers.Answer answer = whole(buffer(PLAIN + "HTTP/1.1 2"));
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.length()).isEqualTo(PLAIN.length());
        assertThat(answer.body()).isEqualTo("busy");
        assertThat(answer.saysWhenToComeBack()).isTrue();
    }

    @Test
    void an_answer_in_chunks_ends_with_the_empty_one() {
        Answers.Answer answer = whole(buffer(CHUNKED));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.length()).isEqualTo(CHUNKED.length());
    }

    @Test
    void a_piece_of_an_answer_is_no_answer() {
        for (String whole : new String[] {PLAIN, CHUNKED}) {
            for (int cut = 0; cut < whole.length(); cut++) {
                assertThat(Answers.read(buffer(whole.substring(0, cut))))
                        .as(whole.substring(0, cut))
                        .isNull();
            }
        }
    }

    private static Answers.Answer whole(ByteBuffer buffer) {
        return Objects.requireNonNull(Answers.read(buffer));
    }

    private static ByteBuffer buffer(String text) {
        return ByteBuffer.allocate(1024).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
