package org.walletcounter.promotions.internal.goods;

import java.util.UUID;
import org.walletcounter.promotions.Stacking;
import org.walletcounter.promotions.Terms;

/** Where an effect strikes: on which lines of which basket, and from which price it is reckoned. */
public final class Target {

    private final Scene scene;
    private final UUID campaignId;
    private final Terms.Names names;
    private final int[] lines;
    private final boolean fromInitial;
    private final long initial;

    private Target(Scene scene, UUID campaignId, Terms terms) {
        this.scene = scene;
        this.campaignId = campaignId;
        this.names = terms.names();
        this.lines = scene.covered(terms.on());
        this.initial = scene.initial(lines);
        this.fromInitial = terms.stacking().base() == Stacking.Base.INITIAL;
    }

    /** Where these terms strike. */
    public static Target of(Scene scene, UUID campaignId, Terms terms) {
        return new Target(scene, campaignId, terms);
    }

    /** The basket. */
    public Scene scene() {
        return scene;
    }

    /** The campaign that promises something. */
    public UUID campaignId() {
        return campaignId;
    }

    /** What people call it. */
    public Terms.Names names() {
        return names;
    }

    /** The lines it acts on, by index; not to be changed. */
    public int[] lines() {
        return lines;
    }

    /** What its lines cost now. */
    public long now(Working working) {
        return whole() ? working.total() : working.now(lines);
    }

    /** What they cost before any promotion. */
    public long initial() {
        return initial;
    }

    /** Whether these are all lines of the basket. */
    public boolean whole() {
        return lines.length == scene.size();
    }

    /** Whether it is reckoned from the initial price. */
    public boolean fromInitial() {
        return fromInitial;
    }
}
