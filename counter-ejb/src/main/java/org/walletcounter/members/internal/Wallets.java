package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;
import org.walletcounter.kernel.Money;
import org.walletcounter.kernel.Parameter;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountTerms;
import org.walletcounter.ledger.AccountView;
import org.walletcounter.ledger.AccountView.Caps;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.MemberView;
import org.walletcounter.members.WalletView;

/** A member's wallets: their accounts on the ledger, and what may leave them. */
@Dependent
class Wallets {

    @PersistenceContext(unitName = "counter")
    EntityManager database;

    private final Ledger ledger;
    private final Parameters parameters;

    @Inject
    Wallets(Ledger ledger, Parameters parameters) {
        this.ledger = ledger;
        this.parameters = parameters;
    }

    /** The member's wallet in a currency, opened now if it is not there yet. */
    Wallet open(Member member, String currency) {
        for (Wallet wallet : of(List.of(member.id()))) {
            if (wallet.currency().equals(currency)) {
                return wallet;
            }
        }
        AccountId account = ledger.open(
                AccountTerms.constrained(member.merchantId(), "wallet", checked(currency), "member:" + member.id()));
        database.createNativeQuery("insert into members.wallet (account_id, member_id, currency)"
                        + " values (:account, :member, :currency) on conflict do nothing")
                .setParameter("account", account.value())
                .setParameter("member", member.id())
                .setParameter("currency", currency)
                .executeUpdate();
        Wallet wallet = database.find(Wallet.class, account.value(), LockModeType.PESSIMISTIC_WRITE);
        cap(wallet, caps(member.merchantId(), wallet));
        if (member.state() != MemberView.State.ACTIVE) {
            ledger.freeze(account, true);
        }
        return wallet;
    }

    /** Refuses any currency but the house's: a wallet in another could never be filled, and would be there for good. */
    static void requireHouse(String asked, String house) {
        if (!asked.equals(house)) {
            throw CounterException.at("currency", MemberError.CURRENCY_MISMATCH, house);
        }
    }

    /** The wallets of some members, by currency. */
    List<Wallet> of(List<UUID> members) {
        return database.createQuery(
                        "select w from Wallet w where w.memberId in :members order by w.currency", Wallet.class)
                .setParameter("members", members)
                .getResultList();
    }

    /** Sets the member's own limits. */
    void limit(Member member, Wallet wallet, @Nullable Money single, @Nullable Money daily) {
        Caps house = house(parameters, member.merchantId());
        check("single", single, wallet, wallet.limitSingle(), house.single());
        check("daily", daily, wallet, wallet.limitDaily(), house.daily());
        database.refresh(wallet, LockModeType.PESSIMISTIC_WRITE);
        wallet.limit(single, daily);
        cap(wallet, caps(member.merchantId(), wallet));
    }

    /** What may leave a wallet: the lower of the member's limit and the house's. */
    Caps caps(UUID merchantId, Wallet wallet) {
        return caps(parameters, merchantId, wallet.limitSingle(), wallet.limitDaily());
    }

    /** What may leave a wallet whose member has set these limits. */
    static Caps caps(Parameters parameters, UUID merchantId, @Nullable Long single, @Nullable Long daily) {
        return caps(house(parameters, merchantId), single, daily);
    }

    /** The same where the house's rules are known. */
    static Caps caps(Caps house, @Nullable Long single, @Nullable Long daily) {
        return new Caps(lower(single, house.single()), lower(daily, house.daily()));
    }

    /** What the house lets leave any wallet. */
    static Caps house(Parameters parameters, UUID merchantId) {
        return new Caps(
                house(parameters, MemberRules.LIMIT_SINGLE, merchantId),
                house(parameters, MemberRules.LIMIT_DAILY, merchantId));
    }

    /** Brings the caps of a wallet's account up to the rules in force. */
    void recap(UUID merchantId, Wallet wallet) {
        if (!wallet.told().equals(caps(merchantId, wallet))) {
            database.refresh(wallet, LockModeType.PESSIMISTIC_WRITE);
            cap(wallet, caps(merchantId, wallet));
        }
    }

    /**
     * Nobody else tells a wallet's account its caps. The wallet's row is locked by now and read anew: who sets a limit at the same
     * moment neither loses it nor has the account told an older one.
     */
    private void cap(Wallet wallet, Caps caps) {
        ledger.cap(wallet.account(), caps);
        wallet.tell(caps);
    }

    /** Stops what leaves the wallets, or lets it go again. */
    void freeze(Member member, boolean frozen) {
        of(List.of(member.id())).forEach(wallet -> ledger.freeze(wallet.account(), frozen));
    }

    /** Freezes the wallets for good; they must be empty. */
    void close(Member member) {
        freeze(member, true);
        for (Wallet wallet : of(List.of(member.id()))) {
            AccountView account = account(wallet);
            if (account.balance() != 0 || account.held() != 0) {
                throw new CounterException(
                        MemberError.WALLET_NOT_EMPTY, Money.of(account.balance(), wallet.currency()));
            }
        }
    }

    /** A wallet as it stands. */
    WalletView view(UUID merchantId, Wallet wallet) {
        AccountView account = account(wallet);
        Caps caps = caps(merchantId, wallet);
        String currency = wallet.currency();
        return new WalletView(
                wallet.account(),
                Money.of(account.balance(), currency),
                Money.of(account.available(), currency),
                Money.of(account.held(), currency),
                money(caps.single(), currency),
                money(caps.daily(), currency),
                money(wallet.limitSingle(), currency),
                money(wallet.limitDaily(), currency));
    }

    private AccountView account(Wallet wallet) {
        return ledger.account(wallet.account())
                .orElseThrow(() -> new IllegalStateException("Wallet " + wallet.account() + " has no account."));
    }

    private static @Nullable Long house(Parameters parameters, Parameter parameter, UUID merchantId) {
        long limit = parameters.value(parameter, merchantId);
        return limit == 0 ? null : limit;
    }

    private static void check(
            String field, @Nullable Money limit, Wallet wallet, @Nullable Long own, @Nullable Long house) {
        if (limit == null) {
            return;
        }
        boolean fits = limit.currency().equals(wallet.currency()) && limit.minor() >= 0;
        if (!fits || isTooHigh(limit.minor(), own, house)) {
            throw house == null
                    ? CounterException.at(field, MemberError.LIMIT_INVALID)
                    : CounterException.at(field, MemberError.LIMIT_INVALID, Money.of(house, wallet.currency()));
        }
    }

    /** What the member has set already may stay, even where the house's limit is lower by now. */
    private static boolean isTooHigh(long limit, @Nullable Long own, @Nullable Long house) {
        return house != null && limit > house && (own == null || limit != own);
    }

    private static String checked(String currency) {
        try {
            return Money.zero(currency).currency();
        } catch (IllegalArgumentException unknown) {
            throw CounterException.at("currency", KernelError.FIELD_INVALID, "currency");
        }
    }

    private static @Nullable Long lower(@Nullable Long own, @Nullable Long house) {
        if (own == null || house == null) {
            return own == null ? house : own;
        }
        return Math.min(own, house);
    }

    private static @Nullable Money money(@Nullable Long amount, String currency) {
        return amount == null ? null : Money.of(amount, currency);
    }
}
