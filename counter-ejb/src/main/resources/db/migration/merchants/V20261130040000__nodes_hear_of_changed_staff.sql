-- Every request of somebody signed in asks who they are and when their password was set, so each node keeps them in memory
-- (kernel.change). Who is new was never kept.
CREATE CONSTRAINT TRIGGER changed AFTER UPDATE OR DELETE ON merchants.staff DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION kernel.note_change('staff');
