package org.walletcounter.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the caller; the transaction it passes through is rolled back. It carries the code, the field
 * at fault where there is one, and the arguments for the text that delivery puts into the caller's language.
 */
@ApplicationException(rollback = true)
public class CounterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode error;
    private final @Nullable String field;
    private final transient List<Object> arguments;

    /** A refusal with the arguments of its text. */
    public CounterException(ErrorCode error, Object... arguments) {
        this(error, null, List.of(arguments));
    }

    private CounterException(ErrorCode error, @Nullable String field, List<Object> arguments) {
        super(error.code() + (field == null ? "" : " at " + field) + (arguments.isEmpty() ? "" : " " + arguments));
        this.error = error;
        this.field = field;
        this.arguments = arguments;
    }

    /** A refusal that names the request's field at fault. */
    public static CounterException at(String field, ErrorCode error, Object... arguments) {
        return new CounterException(error, field, List.of(arguments));
    }

    /** The stable code. */
    public ErrorCode error() {
        return error;
    }

    /** The request's field at fault, if one is. */
    public @Nullable String field() {
        return field;
    }

    /** The arguments of the text, in order. */
    public List<Object> arguments() {
        return arguments;
    }
}
