package broken.beta;

@jakarta.ejb.Stateless
public class Beta {
    broken.alpha.internal.Hidden hidden;
    broken.kernel.Money money;

    public String open() {
        return hidden.toString();
    }
}
