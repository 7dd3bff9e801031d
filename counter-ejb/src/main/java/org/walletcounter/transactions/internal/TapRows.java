package org.walletcounter.transactions.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.walletcounter.ledger.Companion.Row;
import org.walletcounter.ledger.Companion.Table;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.members.PaymentCode;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.Tap;
import org.walletcounter.transactions.TenderKind;

/** The rows that the ledger's writer inserts for taps, in the transaction of their journal. */
final class TapRows {

    /** The register: a tap stands here from the moment it is decided, accepted or not. */
    private static final Table TAP = new Table(
            "transactions.tap",
            List.of("id", "merchant_id", "payment_id", "member_id", "account_id", "amount", "at", "offline", "content"),
            List.of("uuid", "uuid", "uuid", "uuid", "int8", "int8", "timestamptz", "bool", "int8"));

    private static final Table REFUSED = new Table(
            "transactions.tap_refusal",
            List.of("tap_id", "payment_id", "code", "arguments"),
            List.of("uuid", "uuid", "text", "text"));

    private static final Table DENIED = new Table(
            "transactions.tap_denial",
            List.of("tap_id", "merchant_id", "kind", "token", "member_id", "account_id", "owed", "since"),
            List.of("uuid", "uuid", "text", "text", "uuid", "int8", "int8", "timestamptz"));

    private static final Table PAYMENT = new Table(
            "transactions.payment",
            List.of(
                    "id",
                    "merchant_id",
                    "store_id",
                    "till_id",
                    "sale_number",
                    "state",
                    "refusal",
                    "amount",
                    "currency",
                    "tender_kind",
                    "cashier_id",
                    "cashier",
                    "occurred_at",
                    "business_day",
                    "journal_id",
                    "took_millis",
                    "pieces"),
            List.of(
                    "uuid",
                    "uuid",
                    "uuid",
                    "uuid",
                    "text",
                    "text",
                    "text",
                    "int8",
                    "text",
                    "text",
                    "text",
                    "text",
                    "timestamptz",
                    "date",
                    "uuid",
                    "int4",
                    "int4"));

    private static final Table TENDER = new Table(
            "transactions.tender",
            List.of("payment_id", "line", "kind", "amount"),
            List.of("uuid", "int4", "text", "int8"));

    private static final Table LINE = new Table(
            "transactions.sale_line",
            List.of("payment_id", "line", "sku", "text", "category", "quantity", "unit_amount", "amount"),
            List.of("uuid", "int4", "text", "text", "text", "int4", "int8", "int8"));

    /** On its way to points. */
    private static final Table EARNING = new Table(
            "transactions.fare",
            List.of(
                    "tap_id",
                    "merchant_id",
                    "store_id",
                    "member_id",
                    "account_id",
                    "amount",
                    "currency",
                    "business_day",
                    "at"),
            List.of("uuid", "uuid", "uuid", "uuid", "int8", "int8", "text", "date", "timestamptz"));

    private static final String FARE = "FARE";
    private static final String FARES = "Fares";

    private TapRows() {}

    static Row tap(TapGroup group, TapGroup.Boarding boarding) {
        Tap tap = boarding.tap();
        return row(
                TAP,
                tap.id(),
                group.actor().merchantId(),
                group.paymentId(),
                boarding.memberId(),
                boarding.wallet().value(),
                tap.fare().minor(),
                tap.at(),
                tap.offline(),
                content(tap));
    }

    /** By what a second tap under the same id is told apart from the first one come again. */
    static long content(Tap tap) {
        String text = tap.tillId() + "|" + tap.token() + "|" + tap.at() + "|"
                + tap.fare().minor() + tap.fare().currency() + "|" + tap.offline();
        return ByteBuffer.wrap(sha256(text)).getLong();
    }

    static Row refusal(Tap tap, UUID paymentId, Outcome.Refused refused) {
        String arguments = refused.arguments().stream().map(Object::toString).collect(Collectors.joining("\n"));
        return row(REFUSED, tap.id(), paymentId, refused.error().code(), arguments);
    }

    static Row denial(TapGroup group, TapGroup.Boarding boarding) {
        Tap tap = boarding.tap();
        UUID merchant = group.actor().merchantId();
        Object device = PaymentCode.parse(tap.token()).map(PaymentCode::device).orElse(null);
        return row(
                DENIED,
                tap.id(),
                merchant,
                device == null ? "card" : "device",
                device == null ? cardToken(merchant, tap.token()) : device.toString(),
                boarding.memberId(),
                boarding.wallet().value(),
                tap.fare().minor(),
                tap.at());
    }

    /**
     * How the deny list names a card: a gate that has read the card can reckon it, nobody can reckon the card from it. Letters count
     * as capitals, as they do where cards are recognised: a reader may write the same number either way.
     */
    static String cardToken(UUID merchant, String card) {
        String number = card.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return HexFormat.of().formatHex(sha256(merchant + ":" + number));
    }

    /** One payment for so many taps; refused ones have no journal. */
    static Row payment(TapGroup group, UUID id, @Nullable String refusal, int taps, long amount) {
        return row(
                PAYMENT,
                id,
                group.actor().merchantId(),
                group.gate().storeId(),
                group.gate().tillId(),
                "TAPS-" + id,
                (refusal == null ? PaymentState.SUCCEEDED : PaymentState.REFUSED).name(),
                refusal,
                amount,
                group.currency(),
                TenderKind.WALLET.name(),
                group.actor().id(),
                group.actor().name(),
                group.earliest(),
                group.gate().businessDay(),
                refusal == null ? group.journalId() : null,
                group.millisSinceArrival(),
                taps);
    }

    static Row earning(TapGroup group, TapGroup.Boarding boarding) {
        Tap tap = boarding.tap();
        return row(
                EARNING,
                tap.id(),
                group.actor().merchantId(),
                group.gate().storeId(),
                boarding.memberId(),
                boarding.wallet().value(),
                tap.fare().minor(),
                tap.fare().currency(),
                group.gate().businessDay(),
                tap.at());
    }

    static Row tender(UUID paymentId, long amount) {
        return row(TENDER, paymentId, 1, TenderKind.WALLET.name(), amount);
    }

    /** So many taps at one fare. */
    static Row line(UUID paymentId, int line, int taps, long fare) {
        return row(LINE, paymentId, line, FARE, FARES, FARES, taps, fare, Math.multiplyExact(fare, taps));
    }

    private static Row row(Table table, @Nullable Object... values) {
        return new Row(table, values);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
