package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.walletcounter.kernel.Money;

/** Reads and writes amounts of the merchant's currency as decimal text: exact, with or without groups. */
@Named("moneyConverter")
@RequestScoped
public class MoneyConverter implements Converter<Money> {

    @Inject
    private ConsoleSession console;

    @Inject
    private Show show;

    @Override
    public @Nullable Money getAsObject(FacesContext faces, UIComponent field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            String figures = Figures.withoutGroups(text);
            return Money.parse(figures, console.getMerchant().currency());
        } catch (ArithmeticException | NumberFormatException unreadable) {
            FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, show.text("money.unreadable"), null);
            throw new ConverterException(message, unreadable);
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable Money amount) {
        return amount == null ? "" : amount.toDecimal().toPlainString();
    }
}
