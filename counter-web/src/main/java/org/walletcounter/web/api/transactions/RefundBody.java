package org.walletcounter.web.api.transactions;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.walletcounter.transactions.RefundRequest;
import org.walletcounter.web.api.JsonBody;

/** Reads refund requests. */
final class RefundBody {

    private RefundBody() {}

    static RefundRequest read(UUID paymentId, JsonBody body) {
        return new RefundRequest(
                paymentId,
                body.optionalMoney("amount"),
                pieces(body),
                body.text("reason"),
                body.optionalText("note"),
                body.optionalId("tillId"));
    }

    /** The same line named twice means both. */
    private static Map<Integer, Integer> pieces(JsonBody body) {
        Map<Integer, Integer> pieces = new TreeMap<>();
        try {
            body.objects("lines", Piece::read)
                    .forEach(each -> pieces.merge(each.line(), each.quantity(), Math::addExact));
        } catch (ArithmeticException moreThanAnySaleHas) {
            throw body.invalid("lines");
        }
        return pieces;
    }

    private record Piece(int line, int quantity) {

        static Piece read(JsonBody body) {
            Piece piece = new Piece(body.count("line"), body.count("quantity"));
            if (piece.quantity() < 1) {
                throw body.invalid("quantity");
            }
            return piece;
        }
    }
}
