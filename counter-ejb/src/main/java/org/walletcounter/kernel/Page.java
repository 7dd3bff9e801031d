package org.walletcounter.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what is on it, in the list's order
 * @param after the cursor that leads to the next page, or null on the last one
 */
public record Page<T>(List<T> items, @Nullable String after) {}
