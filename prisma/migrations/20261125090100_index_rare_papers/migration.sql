-- The status page counts sample papers and every turn of the scheduler those without categories: a handful, if any, among
-- all papers, which were read from end to end for it.
CREATE INDEX papers_sample ON papers (id) WHERE sample;
CREATE INDEX papers_without_categories ON papers (first_listed DESC NULLS LAST, id DESC) WHERE categories = '{}' AND NOT sample;
