package org.walletcounter.web.console;

import jakarta.annotation.Priority;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.CounterException;
import org.walletcounter.kernel.KernelError;

/** Turns refusals of doors into messages; see {@link AnswersRefusals}. */
@AnswersRefusals
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class RefusalInterceptor implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    @AroundInvoke
    @Nullable
    Object answer(InvocationContext call) throws Exception {
        try {
            return call.proceed();
        } catch (CounterException refusal) {
            messages.refuse(refusal);
        } catch (EJBAccessException denied) {
            messages.refuse(new CounterException(KernelError.ROLE_MAY_NOT));
        }
        return null;
    }
}
