package org.walletcounter.promotions.internal.goods;

/** The amounts of the lines as far as they are priced, and the pieces not yet part of a set. Reused; one thread at a time. */
public final class Working {

    private final long[] now;
    private final int[] free;
    private long total;
    private long worth;

    private Working(int lines) {
        now = new long[lines];
        free = new int[lines];
    }

    /** Amounts before any promotion. */
    public static Working of(Scene scene) {
        Working working = new Working(scene.size());
        for (int i = 0; i < scene.size(); i++) {
            working.now[i] = scene.initial(i);
            working.free[i] = scene.lines().get(i).quantity();
            working.total += scene.initial(i);
        }
        return working;
    }

    /** Room for a copy. */
    public Working sibling() {
        return new Working(now.length);
    }

    /** Takes over what another holds. */
    public Working copy(Working other) {
        System.arraycopy(other.now, 0, now, 0, now.length);
        System.arraycopy(other.free, 0, free, 0, free.length);
        total = other.total;
        worth = other.worth;
        return this;
    }

    /** What a line costs now. */
    public long now(int line) {
        return now[line];
    }

    /** What these lines cost now. */
    public long now(int[] lines) {
        long sum = 0;
        for (int line : lines) {
            sum += now[line];
        }
        return sum;
    }

    /** How many pieces of a line are not yet part of a set. */
    public int free(int line) {
        return free[line];
    }

    /** What everything costs now. */
    public long total() {
        return total;
    }

    /** What was promised besides, in minor units. */
    public long worth() {
        return worth;
    }

    /** Takes an amount off a line; never more than it costs. */
    public void reduce(int line, long off) {
        if (off < 0 || off > now[line]) {
            throw new IllegalStateException("A line that costs " + now[line] + " cannot be reduced by " + off + ".");
        }
        now[line] -= off;
        total -= off;
    }

    /** Uses up pieces. */
    public void use(int line, int pieces) {
        free[line] -= pieces;
    }

    /** Something worth so much was promised. */
    public void promise(long amount) {
        worth += amount;
    }
}
