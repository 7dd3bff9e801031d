package org.walletcounter.ledger.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.walletcounter.ledger.BulkDebit;
import org.walletcounter.ledger.Claim;
import org.walletcounter.ledger.Companion;
import org.walletcounter.ledger.Journal;
import org.walletcounter.ledger.Outcome;
import org.walletcounter.ledger.Posting;
import org.walletcounter.ledger.Submission;

/**
 * Many debits on their way through the writer. Each is asked about as if it were a journal of two lines; those that pass
 * become the lines of one journal, which is hashed when they are known.
 */
final class Bulk implements Piece {

    private final BulkDebit debits;
    private final List<Entry> entries;

    Bulk(BulkDebit debits) {
        this.debits = debits;
        this.entries = debits.parts().stream().map(this::alone).toList();
    }

    @Override
    public UUID id() {
        return debits.frame().id();
    }

    /** The debits with their rows for the register. */
    List<BulkDebit.Part> parts() {
        return debits.parts();
    }

    @Override
    public List<Entry> entries() {
        return entries;
    }

    @Override
    public List<Entry> booked() {
        List<Posting> postings = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).posted()) {
                BulkDebit.Part part = debits.parts().get(i);
                postings.add(new Posting(part.from(), -part.amount()));
                claims.addAll(part.claims());
                sum = Math.addExact(sum, part.amount());
            }
        }
        if (postings.isEmpty()) {
            return List.of();
        }
        postings.add(new Posting(debits.into(), sum));
        return List.of(new Entry(new Submission(journal(claims, postings), null, Companion.NONE)));
    }

    @Override
    public List<Companion.Row> rows() {
        return debits.keeping().rows(outcomes());
    }

    /** What became of each debit, in their order. */
    List<Outcome> outcomes() {
        return entries.stream().map(Entry::outcome).toList();
    }

    @Override
    public void decide(Outcome decided) {
        entries.forEach(entry -> entry.decide(decided));
    }

    private Entry alone(BulkDebit.Part part) {
        List<Posting> postings =
                List.of(new Posting(part.from(), -part.amount()), new Posting(debits.into(), part.amount()));
        return Entry.part(journal(part.claims(), postings), part.id());
    }

    private Journal journal(List<Claim> claims, List<Posting> postings) {
        Journal frame = debits.frame();
        return new Journal(
                frame.id(), frame.kind(), frame.scope(), frame.facts().claiming(claims), postings);
    }
}
