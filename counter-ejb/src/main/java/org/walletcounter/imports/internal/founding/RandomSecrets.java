package org.walletcounter.imports.internal.founding;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** Makes passwords that a person can type from paper: 99 random bits in five groups. */
interface RandomSecrets {

    /** Without letters and digits that look alike. */
    String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    int GROUPS = 5;
    int GROUP = 4;

    /** A new password. */
    static String password() {
        SecureRandom random = new SecureRandom();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            StringBuilder group = new StringBuilder();
            for (int j = 0; j < GROUP; j++) {
                group.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            groups.add(group.toString());
        }
        return String.join("-", groups);
    }
}
