/** How payments are put into words, in one way for all dialogs. */

import { h } from "/assets/js/dom.js";
import { t } from "/assets/js/i18n.js";
import { write } from "/assets/js/money.js";

/** Where money went or came from: [["To the wallet", "£3.00"], …]. */
export const writtenTenders = ({ tenders }) => tenders.map((tender) => [t(`to.${tender.kind}`), write(tender.amount.amount + (tender.rounding ?? 0), tender.amount.currency)]);

/** What a payment was paid with: "Wallet, cash". */
export const paidWith = ({ tenders }) => tenders.map((tender) => t(`tender.${tender.kind}`)).join(", ");

/** What a command that was put aside is called: a payment by the number of its sale, which a refund has too. */
export const attemptName = ({ kind, saleNumber }) => (kind === "payment" ? saleNumber : [t(`kind.${kind}`), saleNumber].filter(Boolean).join(" "));

/** What is left to refund. */
export const leftOf = (payment) => ({
  amount: payment.amount.amount - (payment.refunded?.amount ?? 0),
  currency: payment.amount.currency,
});

/** The state of a payment as a chip. */
export function stateChip(payment) {
  if (payment.state === "REFUSED") return h("span.chip.refused", null, t("state.REFUSED"));
  if (payment.state === "CANCELLED") return h("span.chip", null, t("state.CANCELLED"));
  if (!payment.refunded?.amount) return h("span.chip.paid", null, t("state.SUCCEEDED"));
  return h("span.chip", null, t(leftOf(payment).amount > 0 ? "state.partly" : "state.refunded"));
}
