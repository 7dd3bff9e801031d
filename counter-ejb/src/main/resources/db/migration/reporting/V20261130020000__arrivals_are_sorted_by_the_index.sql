-- A session keeps its plan. One made while a month's partitions were empty looked through them from end to end for each row that
-- was sorted, and went on so when they had grown to millions of rows until they were analysed: a history of nine million sales
-- was written, and the first sixty thousand were still being sorted twelve minutes later. By the index always, as a part is
-- taken.
ALTER FUNCTION reporting.by_stores(uuid[], uuid[], uuid[], int) SET enable_seqscan = off;
