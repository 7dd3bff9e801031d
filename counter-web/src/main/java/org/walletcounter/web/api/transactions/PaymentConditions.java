package org.walletcounter.web.api.transactions;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.transactions.PaymentQuery;
import org.walletcounter.transactions.PaymentState;
import org.walletcounter.transactions.TenderKind;
import org.walletcounter.web.api.CalendarDay;

/** The conditions of a query on payments, as they stand in the address. */
public class PaymentConditions {

    @QueryParam("saleNumber")
    @Nullable
    String saleNumber;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("storeId")
    @Nullable
    UUID storeId;

    @QueryParam("tillId")
    @Nullable
    UUID tillId;

    @QueryParam("memberId")
    @Nullable
    UUID memberId;

    @QueryParam("state")
    @Nullable
    PaymentState state;

    @QueryParam("tender")
    @Nullable
    TenderKind tender;

    @QueryParam("text")
    @Nullable
    String text;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    PaymentQuery query() {
        return new PaymentQuery(
                day("from", from), day("to", to), storeId, tillId, memberId, state, tender, text, after, limit);
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : CalendarDay.parse(text);
        } catch (DateTimeException noDay) {
            throw CounterException.at(name, KernelError.FIELD_INVALID, name);
        }
    }
}
