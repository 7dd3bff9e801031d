package org.walletcounter.web.console;

import java.io.Serializable;
import org.walletcounter.orders.PricedLine;

/** One line of a sale in the form of a refund: how many of its pieces come back now. */
public class PiecesBack implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int kept;
    private final int sold;
    private final String name;
    private int back;

    PiecesBack(PricedLine sold, int returned) {
        this.line = sold.line();
        this.sold = sold.quantity();
        this.kept = sold.quantity() - returned;
        this.name = sold.text();
    }

    public int getLine() {
        return line;
    }

    public int getKept() {
        return kept;
    }

    public int getSold() {
        return sold;
    }

    public String getName() {
        return name;
    }

    public int getBack() {
        return back;
    }

    public void setBack(int back) {
        this.back = back;
    }
}
