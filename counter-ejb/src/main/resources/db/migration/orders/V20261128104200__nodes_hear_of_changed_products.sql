-- Nearly every payment asks for some, so each node keeps them in memory (kernel.change). A new product counts too: its
-- barcode may be what another product's was before.
CREATE CONSTRAINT TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON orders.product DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('products');
