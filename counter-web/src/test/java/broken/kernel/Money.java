package broken.kernel;

@jakarta.enterprise.context.Dependent
public class Money {
    double amount;
}
