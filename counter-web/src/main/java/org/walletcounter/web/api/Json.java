package org.walletcounter.web.api;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.walletcounter.kernel.Money;
import org.walletcounter.ledger.AccountId;

/** One JSON binding for the whole API: making one for each request would cost more than the request. */
@Provider
public class Json implements ContextResolver<Jsonb> {

    /** Shared by all threads. */
    public static final Jsonb SHARED = JsonbBuilder.create(new JsonbConfig()
            .withNullValues(true)
            .withPropertyOrderStrategy(PropertyOrderStrategy.LEXICOGRAPHICAL)
            .withAdapters(new MoneyAdapter(), new AccountAdapter()));

    @Override
    public Jsonb getContext(Class<?> type) {
        return SHARED;
    }

    /** Money as the API writes it. */
    public record Amount(long amount, String currency) {

        /** Reads it. */
        @JsonbCreator
        public Amount(@JsonbProperty("amount") long amount, @JsonbProperty("currency") String currency) {
            this.amount = amount;
            this.currency = currency;
        }
    }

    /** Money to and from {@link Amount}. */
    public static class MoneyAdapter implements JsonbAdapter<Money, Amount> {

        @Override
        public Amount adaptToJson(Money money) {
            return new Amount(money.minor(), money.currency());
        }

        @Override
        public Money adaptFromJson(Amount amount) {
            return Money.of(amount.amount(), amount.currency());
        }
    }

    /** An account's id as a plain number. */
    public static class AccountAdapter implements JsonbAdapter<AccountId, Long> {

        @Override
        public Long adaptToJson(AccountId id) {
            return id.value();
        }

        @Override
        public AccountId adaptFromJson(Long value) {
            return new AccountId(value);
        }
    }
}
