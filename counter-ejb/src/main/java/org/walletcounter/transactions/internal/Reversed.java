package org.walletcounter.transactions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.walletcounter.promotions.RefundPlan;

/** What a refund undid of a reduction, for one of those who fund it. Written once, for reports. */
@Entity
@IdClass(LineId.class)
@Table(schema = "transactions", name = "refund_reversal")
class Reversed {

    @Id
    @Column(name = "refund_id")
    private UUID owner;

    @Id
    private int line;

    @Column(name = "source_id")
    private UUID sourceId;

    @Column(name = "campaign_id")
    private UUID campaignId;

    private String party;
    private long amount;

    @SuppressWarnings("NullAway.Init")
    protected Reversed() {}

    Reversed(UUID owner, int line, RefundPlan.Reversal reversal) {
        this.owner = owner;
        this.line = line;
        this.sourceId = reversal.sourceId();
        this.campaignId = reversal.campaignId();
        this.party = reversal.party();
        this.amount = reversal.amount();
    }
}
