-- Every payment asks for these, so each node keeps them in memory (kernel.change). What is new was never kept.
CREATE CONSTRAINT TRIGGER changed AFTER UPDATE OR DELETE ON merchants.merchant DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('places');
CREATE CONSTRAINT TRIGGER changed AFTER UPDATE OR DELETE ON merchants.store DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('places');
CREATE CONSTRAINT TRIGGER changed AFTER UPDATE OR DELETE ON merchants.till DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('places');
CREATE CONSTRAINT TRIGGER changed AFTER UPDATE OR DELETE ON merchants.api_key DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('keys');
