package org.walletcounter.it;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Pays and refunds through the API, as a till does. */
final class Sales {

    private final RunningCounter counter;

    Sales(RunningCounter counter) {
        this.counter = counter;
    }

    /** A cash payment of a bare amount. */
    String cash(String sale, long minor) {
        return body(sale, minor, null, "[" + tender("CASH", minor) + "]");
    }

    /** A wallet payment of a bare amount. */
    String wallet(String sale, long minor, String code) {
        return body(sale, minor, code, "[" + tender("WALLET", minor) + "]");
    }

    /** A payment from the wallet and the rest in cash. */
    String mixed(String sale, long fromWallet, long inCash, String code) {
        String tenders = "[" + tender("CASH", inCash) + "," + tender("WALLET", fromWallet) + "]";
        return body(sale, fromWallet + inCash, code, tenders);
    }

    Response pay(String body) {
        return pay(UUID.randomUUID().toString(), body);
    }

    Response pay(String key, String body) {
        return payAs("cashier", key, body);
    }

    Response payAs(String role, String key, String body) {
        return command(role, key).body(body).post("api/v1/payments");
    }

    /** A paid payment's id. */
    String paid(String body) {
        return pay(body).then().statusCode(201).extract().path("id");
    }

    Response refund(String payment, @Nullable Long minor) {
        String amount = minor == null ? "null" : money(minor);
        return command("cashier", UUID.randomUUID().toString())
                .body("{\"amount\":" + amount + ",\"reason\":\"returned\",\"note\":\"test\"}")
                .post("api/v1/payments/" + payment + "/refunds");
    }

    Response cancel(String payment) {
        return command("manager", UUID.randomUUID().toString())
                .body("{\"reason\":\"wrong-item\"}")
                .post("api/v1/payments/" + payment + "/cancellation");
    }

    Response payment(String id) {
        return counter.as("cashier").get("api/v1/payments/" + id);
    }

    String money(long minor) {
        return "{\"amount\":" + minor + ",\"currency\":\"" + counter.access().currency() + "\"}";
    }

    /** All at once, each on a thread of its own; the answers in no particular order. */
    static <T> List<T> atOnce(List<Callable<T>> calls) {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }

    private RequestSpecification command(String role, String key) {
        return counter.as(role).header("Idempotency-Key", key).contentType("application/json");
    }

    private String tender(String kind, long minor) {
        return "{\"kind\":\"" + kind + "\",\"amount\":" + money(minor) + ",\"received\":null}";
    }

    private String body(String sale, long minor, @Nullable String shown, String tenders) {
        return "{\"storeId\":\"" + counter.access().store() + "\",\"tillId\":\""
                + counter.access().till() + "\",\"saleNumber\":\"" + sale + "\",\"lines\":[],\"amount\":" + money(minor)
                + ",\"shown\":" + (shown == null ? "null" : "\"" + shown + "\"") + ",\"tenders\":" + tenders + "}";
    }
}
