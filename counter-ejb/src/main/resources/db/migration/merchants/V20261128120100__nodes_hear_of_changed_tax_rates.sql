-- Every sale asks for them, so each node keeps them in memory (kernel.change). A first rate was "none" before.
CREATE CONSTRAINT TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON merchants.tax_rate DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('taxes');
