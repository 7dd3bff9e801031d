package org.walletcounter.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes ids in addresses and lists. */
@Named("uuidConverter")
@RequestScoped
public class UuidConverter implements Converter<UUID> {

    @Inject
    private Show show;

    @Override
    public @Nullable UUID getAsObject(FacesContext faces, UIComponent field, @Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException unreadable) {
            FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, show.text("id.unreadable"), null);
            throw new ConverterException(message, unreadable);
        }
    }

    @Override
    public String getAsString(FacesContext faces, UIComponent field, @Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
