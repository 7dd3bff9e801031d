package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Actor;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.Parameters;
import org.walletcounter.ledger.AccountId;
import org.walletcounter.ledger.AccountView.Caps;
import org.walletcounter.ledger.Ledger;
import org.walletcounter.members.MemberError;
import org.walletcounter.members.Payer;
import org.walletcounter.members.Payers;
import org.walletcounter.members.Payers.Recognition;
import org.walletcounter.members.PaymentCode;
import org.walletcounter.members.internal.CardRecords.Card;

/** Tells at gates whose cards and codes these are, a whole batch with the statements of one. */
@Dependent
class RecognisingCards {

    private final CardRecords records;
    private final RecognisingPayers codes;
    private final WarmCards warmCards;
    private final WalletOpening opening;
    private final Ledger ledger;
    private final Parameters parameters;
    private final Clock clock;

    @Inject
    RecognisingCards(
            CardRecords records,
            RecognisingPayers codes,
            WarmCards warmCards,
            WalletOpening opening,
            Ledger ledger,
            Parameters parameters,
            Clock clock) {
        this.records = records;
        this.codes = codes;
        this.warmCards = warmCards;
        this.opening = opening;
        this.ledger = ledger;
        this.parameters = parameters;
        this.clock = clock;
    }

    List<Recognition> recognise(Actor actor, List<Payers.Token> shown, String currency) {
        Recognition[] recognised = new Recognition[shown.size()];
        Map<Integer, RecognisingPayers.Shown> byCode = new LinkedHashMap<>();
        Map<Integer, String> byCard = new LinkedHashMap<>();
        for (int i = 0; i < recognised.length; i++) {
            Payers.Token each = shown.get(i);
            Optional<PaymentCode> code = PaymentCode.parse(each.text());
            if (code.isPresent()) {
                byCode.put(i, new RecognisingPayers.Shown(actor, code.get(), currency, each.at()));
            } else {
                byCard.put(i, Identity.number(each.text()));
            }
        }
        codes(byCode, recognised);
        cards(actor, byCard, currency, recognised);
        return List.of(recognised);
    }

    private void codes(Map<Integer, RecognisingPayers.Shown> shown, Recognition[] recognised) {
        if (shown.isEmpty()) {
            return;
        }
        List<RecognisingPayers.Recognised> found = codes.recognise(new ArrayList<>(shown.values()));
        int next = 0;
        for (int place : shown.keySet()) {
            RecognisingPayers.Recognised each = found.get(next++);
            Payer payer = each.payer();
            recognised[place] = payer == null
                    ? refused(each.refusal() == null ? new CounterException(MemberError.CODE_INVALID) : each.refusal())
                    : new Recognition(payer.memberId(), payer.wallet(), payer.claim(), null);
        }
    }

    private void cards(Actor actor, Map<Integer, String> shown, String currency, Recognition[] recognised) {
        if (shown.isEmpty()) {
            return;
        }
        UUID merchant = actor.merchantId();
        List<Card> cards = records.read(merchant, new ArrayList<>(shown.values()), currency);
        Map<AccountId, Caps> told = told(cards);
        Caps house = Wallets.house(parameters, merchant);
        int next = 0;
        for (int place : shown.keySet()) {
            Card card = cards.get(next++);
            recognised[place] = card.memberId() == null
                    ? refused(new CounterException(MemberError.CARD_UNKNOWN))
                    : new Recognition(
                            card.memberId(), wallet(card, card.memberId(), currency, house, told), null, null);
        }
    }

    /** What the accounts have been told of their caps. */
    private Map<AccountId, Caps> told(List<Card> cards) {
        Instant now = clock.instant();
        Map<AccountId, Caps> told = new HashMap<>();
        List<AccountId> cold = new ArrayList<>();
        for (Card card : cards) {
            AccountId account = card.wallet();
            if (account != null && !told.containsKey(account)) {
                Caps known = warmCards.known(account, now);
                if (known == null) {
                    cold.add(account);
                } else {
                    told.put(account, known);
                }
            }
        }
        if (!cold.isEmpty()) {
            Map<AccountId, Caps> read = ledger.caps(cold);
            warmCards.remember(read, now);
            told.putAll(read);
        }
        return told;
    }

    /** The wallet with the rules of the house as they are now; opened if it is not there yet. */
    private AccountId wallet(Card card, UUID memberId, String currency, Caps house, Map<AccountId, Caps> told) {
        AccountId account = card.wallet();
        if (account != null && Wallets.caps(house, card.single(), card.daily()).equals(told.get(account))) {
            return account;
        }
        WarmDevices.Purse purse = opening.open(memberId, currency);
        warmCards.remember(Map.of(purse.account(), purse.caps()), clock.instant());
        return purse.account();
    }

    private static Recognition refused(@Nullable CounterException refusal) {
        return new Recognition(null, null, null, refusal);
    }
}
