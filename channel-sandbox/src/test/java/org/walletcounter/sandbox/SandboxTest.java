package org.walletcounter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {

    private static final Sandbox.Account ACCOUNT = new Sandbox.Account("counter", "secret12");

    @TempDir
    Path data;

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, 0, data, ACCOUNT);
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void aMessageTakenIsOnThePageAndInTheBookAfterARestart() throws Exception {
        SMPPSession session = bound("secret12");
        submit(session, 0, 8, "验证码 123456 <b>".getBytes(StandardCharsets.UTF_16BE));
        session.unbindAndClose();

        assertThat(get("/sms")).contains("验证码 123456 &lt;b&gt;").contains("+447700900123");
        sandbox.close();
        sandbox = Sandbox.start(0, 0, data, ACCOUNT);
        assertThat(get("/sms.json?phone=+447700900123")).contains("验证码 123456");
        assertThat(get("/sms.json?phone=+441")).isEqualTo("{\"items\":[]}");
    }

    @Test
    void segmentsComeTogether() throws Exception {
        SMPPSession session = bound("secret12");
        submit(session, 0x40, 0, segment(2, " world"));
        submit(session, 0x40, 0, segment(1, "Hello"));
        session.unbindAndClose();
        assertThat(get("/sms.json")).contains("\"parts\":2").contains("\"text\":\"Hello world\"");
    }

    @Test
    void whoHasTheWrongPasswordIsNotBound() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> bound("wrong"));
    }

    @Test
    void aFaultAskedForStrikesAsOftenAsAsked() throws Exception {
        assertThat(post("/faults?kind=throttle&count=1")).contains("throttle");
        SMPPSession session = bound("secret12");
        assertThatExceptionOfType(NegativeResponseException.class)
                .isThrownBy(() -> submit(session, 0, 0, "x".getBytes(StandardCharsets.US_ASCII)))
                .satisfies(no -> assertThat(no.getCommandStatus()).isEqualTo(0x58));
        submit(session, 0, 0, "y".getBytes(StandardCharsets.US_ASCII));
        session.unbindAndClose();
        assertThat(get("/sms.json")).contains("\"text\":\"y\"").doesNotContain("\"text\":\"x\"");
    }

    @Test
    void aTornLastLineIsDropped() throws Exception {
        SMPPSession session = bound("secret12");
        submit(session, 0, 0, "whole".getBytes(StandardCharsets.US_ASCII));
        session.unbindAndClose();
        sandbox.close();
        Files.writeString(data.resolve("sms.book"), "2\t2026-", StandardOpenOption.APPEND);
        sandbox = Sandbox.start(0, 0, data, ACCOUNT);
        assertThat(get("/sms.json")).contains("whole").doesNotContain("\"number\":2");
    }

    private SMPPSession bound(String password) throws IOException {
        SMPPSession session = new SMPPSession();
        session.connectAndBind(
                "localhost",
                sandbox.smppPort(),
                new BindParameter(
                        BindType.BIND_TRX,
                        "counter",
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        return session;
    }

    private static void submit(SMPPSession session, int esmClass, int coding, byte[] text) throws Exception {
        session.submitShortMessage(
                "",
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "Counter",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                "447700900123",
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 1,
                null,
                null,
                new RegisteredDelivery(0),
                (byte) 0,
                DataCodings.newInstance((byte) coding),
                (byte) 0,
                text);
    }

    private static byte[] segment(int number, String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        byte[] segment = new byte[6 + body.length];
        System.arraycopy(new byte[] {5, 0, 3, 7, 2, (byte) number}, 0, segment, 0, 6);
        System.arraycopy(body, 0, segment, 6, body.length);
        return segment;
    }

    private String get(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    private String post(String path) throws Exception {
        return send(HttpRequest.newBuilder(address(path)).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + sandbox.httpPort() + path);
    }

    private static String send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
