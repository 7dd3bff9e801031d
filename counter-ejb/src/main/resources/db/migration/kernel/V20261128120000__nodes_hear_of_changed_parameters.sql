-- Every payment asks for some, so each node keeps them in memory (kernel.change). A first version was "none" before.
CREATE CONSTRAINT TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON kernel.parameter_version DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('parameters');
