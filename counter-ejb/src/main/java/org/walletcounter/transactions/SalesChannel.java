package org.walletcounter.transactions;

/**
 * Through what and as what something is sold (销售渠道与订单类型): who asks for a price knows it, and promotions may hold for
 * some of them only. Nothing else depends on it.
 *
 * @param name "till", "phone", "web" or the integrator's own word
 * @param orderKind "retail", "table", "room", "booking" or the merchant's own word
 */
public record SalesChannel(String name, String orderKind) {

    /** Over the counter, as goods are: what holds where nothing is said. */
    public static final SalesChannel TILL = new SalesChannel("till", "retail");
}
