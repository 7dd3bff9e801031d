package org.walletcounter.merchants;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff to be. The password is hashed at once and kept nowhere in clear. Blanks around the user name are dropped,
 * as they are where people sign in.
 */
public record NewStaff(
        @Nullable UUID storeId, String username, String name, String role, String language, String password) {

    /** Drops the blanks. */
    public NewStaff {
        username = username.strip();
    }
}
