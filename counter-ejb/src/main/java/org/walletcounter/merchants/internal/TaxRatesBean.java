package org.walletcounter.merchants.internal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.AfterCommit;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.PrivilegedAct;
import org.walletcounter.merchants.MerchantError;
import org.walletcounter.merchants.TaxRate;
import org.walletcounter.merchants.TaxRates;

/** The bean behind the tax rates' door. */
@Stateless
@PermitAll
public class TaxRatesBean implements TaxRates {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final int LONGEST_NAME = 80;
    private static final int WHOLE = 10_000;

    @Inject
    MerchantsRepository repository;

    @Inject
    RememberedDirectory directory;

    @Inject
    Event<PrivilegedAct> acts;

    @Inject
    Clock clock;

    @Inject
    AfterCommit afterCommit;

    @Override
    public List<TaxRate> all(Actor actor) {
        return repository.taxRates(actor.merchantId()).stream()
                .map(TaxRateRow::view)
                .filter(rate -> isInReach(actor, rate))
                .toList();
    }

    @Override
    public List<String> codes(Actor actor) {
        return repository.taxRates(actor.merchantId()).stream()
                .map(each -> each.view().code())
                .distinct()
                .toList();
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public TaxRate add(Actor actor, TaxRate rate) {
        requireSound(rate);
        if (rate.storeId() != null) {
            directory.store(actor, rate.storeId());
        }
        if (rate.from().isBefore(today(actor))) {
            throw CounterException.at("from", MerchantError.TAX_RATE_BEGUN);
        }
        if (table(actor).endsStandard(rate)) {
            throw CounterException.at("standard", MerchantError.TAX_RATE_STANDARD_MISSING);
        }
        try {
            repository.add(new TaxRateRow(rate));
            repository.flush();
        } catch (PersistenceException taken) {
            throw CounterException.at("code", MerchantError.NAME_TAKEN);
        }
        acts.fire(new PrivilegedAct(
                actor,
                "tax-rate.added",
                "tax-rate:" + rate.id(),
                rate.code() + " " + rate.basisPoints() + " from " + rate.from()));
        afterCommit.run(directory::forgetTaxRates);
        return rate;
    }

    @Override
    @RolesAllowed({"manager", "administrator"})
    public void drop(Actor actor, UUID id) {
        TaxRateRow row = repository.get(TaxRateRow.class, id);
        TaxRate rate = row.view();
        if (!rate.merchantId().equals(actor.merchantId())) {
            throw new CounterException(MerchantError.NOT_FOUND);
        }
        if (rate.storeId() != null) {
            directory.store(actor, rate.storeId());
        }
        if (!rate.from().isAfter(today(actor))) {
            throw new CounterException(MerchantError.TAX_RATE_BEGUN);
        }
        if (table(actor).needsForStandard(rate)) {
            throw new CounterException(MerchantError.TAX_RATE_STANDARD_MISSING);
        }
        repository.remove(row);
        acts.fire(new PrivilegedAct(actor, "tax-rate.dropped", "tax-rate:" + id, rate.code()));
        afterCommit.run(directory::forgetTaxRates);
    }

    private static boolean isInReach(Actor actor, TaxRate rate) {
        return actor.storeId() == null
                || rate.storeId() == null
                || rate.storeId().equals(actor.storeId());
    }

    private TaxTable table(Actor actor) {
        return new TaxTable(repository.taxRates(actor.merchantId()).stream()
                .map(TaxRateRow::view)
                .toList());
    }

    private LocalDate today(Actor actor) {
        return directory.businessDay(actor.merchantId(), clock.instant());
    }

    private static void requireSound(TaxRate rate) {
        require(CODE.matcher(rate.code()).matches(), "code");
        require(!rate.nameEn().isBlank() && rate.nameEn().length() <= LONGEST_NAME, "nameEn");
        require(!rate.nameZh().isBlank() && rate.nameZh().length() <= LONGEST_NAME, "nameZh");
        require(rate.basisPoints() >= 0 && rate.basisPoints() <= WHOLE, "basisPoints");
    }

    private static void require(boolean sound, String field) {
        if (!sound) {
            throw CounterException.at(field, MerchantError.TAX_RATE_INVALID);
        }
    }
}
