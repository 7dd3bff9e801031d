package org.walletcounter.members.internal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
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
    private final WalletOpening opening;
    private final Parameters parameters;

    @Inject
    RecognisingCards(CardRecords records, RecognisingPayers codes, WalletOpening opening, Parameters parameters) {
        this.records = records;
        this.codes = codes;
        this.opening = opening;
        this.parameters = parameters;
    }

    List<Recognition> recognise(Actor actor, List<Payers.Token> shown, String currency) {
        Recognition[] recognised = new Recognition[shown.size()];
        Map<Integer, RecognisingPayers.Shown> byCode = new LinkedHashMap<>();
        Map<Integer, String> byCard = new LinkedHashMap<>();
        for (int i = 0; i < recognised.length; i++) {
            Payers.Token each = shown.get(i);
            Optional<PaymentCode> code = PaymentCode.parse(each.text());
            if (code.isPresent()) {
                byCode.put(i, new RecognisingPayers.Shown(actor, code.get(), currency, each.at(), true));
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
        Caps house = Wallets.house(parameters, merchant);
        int next = 0;
        for (int place : shown.keySet()) {
            Card card = cards.get(next++);
            UUID member = card.memberId();
            recognised[place] = member == null
                    ? refused(new CounterException(MemberError.CARD_UNKNOWN))
                    : new Recognition(member, wallet(member, card.purse(), currency, house), null, null);
        }
    }

    /** The wallet with the rules of the house as they are now; opened if it is not there yet. */
    private AccountId wallet(UUID memberId, @Nullable Purse purse, String currency, Caps house) {
        return purse != null && purse.isUpToDate(house) ? purse.account() : opening.open(memberId, currency);
    }

    private static Recognition refused(@Nullable CounterException refusal) {
        return new Recognition(null, null, null, refusal);
    }
}
