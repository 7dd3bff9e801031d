package org.walletcounter.orders;

import java.util.List;
import org.walletcounter.kernel.Money;

/** A basket with its prices and its total; what will be paid. */
public record PricedBasket(List<PricedLine> lines, Money total) {}
