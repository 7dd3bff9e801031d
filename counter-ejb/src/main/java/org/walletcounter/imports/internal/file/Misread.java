package org.walletcounter.imports.internal.file;

import org.walletcounter.imports.ImportError;
import org.walletcounter.kernel.CounterException;

/** Makes the refusal of a file that is not what the format says. */
interface Misread {

    int LONGEST_SHOWN = 60;

    /** How the letter is shown that no database and no screen has. */
    char NUL_SHOWN = '␀';

    /**
     * A refusal that names the line and what was expected there, in a form that needs no translation.
     *
     * @param column counted from 1; 0 for the line as a whole
     */
    static CounterException of(int line, int column, String found, String expected) {
        return named(line, column == 0 ? "—" : Integer.toString(column), found, expected);
    }

    /** The same with the column's name. */
    static CounterException named(int line, String column, String found, String expected) {
        String whole = found.replace('\0', NUL_SHOWN);
        String shown = whole.length() > LONGEST_SHOWN ? whole.substring(0, LONGEST_SHOWN) + "…" : whole;
        return CounterException.at("file", ImportError.FILE_INVALID, Integer.toString(line), column, shown, expected);
    }

    /** The refusal of a file that is larger than it may be; no line of it is at fault. */
    static CounterException tooLarge(long most) {
        return CounterException.at("file", ImportError.FILE_INVALID, "—", "—", "> " + most, "≤ " + most + " bytes");
    }
}
